/**
 * Firefox shows an extension's scripts in a page the page's objects through a wrapper, also those that such a script makes itself there.
 * Gives what is behind it, as the page sees it, where what is done is done with the page's rights; undefined where nothing stands between:
 * in Chromium, in the page itself and in our own pages.
 */
export function behindWrapper<T extends object>(object: T): T | undefined {
  return (object as { wrappedJSObject?: T }).wrappedJSObject;
}
