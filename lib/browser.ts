/**
 * The one door to the browser's extension API, for the background and our own pages. Page scripts (the guard) must not
 * import it: the polyfill would add 10 kB to every page; they use `lib/upload/runtime.ts`.
 */
export { default as browser } from 'webextension-polyfill';
