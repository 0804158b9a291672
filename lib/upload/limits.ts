import { behindWrapper } from '../strip/wrapper.ts';

/** More files at once than any page takes; what is beyond is held. */
export const TOO_MANY = 2_000;
/** A file that is not vetted by then is held. Vetting takes milliseconds: nothing is decoded. */
export const LONGEST_VETTING_MS = 30_000;
/** Files vetted at the same time. Measured: a Firefox content script, which sees the page through a wrapper and gets no streams, is slower with more. */
export const atOnce = (): number => (behindWrapper(globalThis) ? 4 : 8);
