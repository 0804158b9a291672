/**
 * May a service worker of the site have answered for this document? The network tells the background of every other page of a guarded site
 * that is opened, and nothing of these. (Firefox leaves `workerStart` of Navigation Timing at 0.)
 */
export function isServedByWorker(): boolean {
  const { serviceWorker } = navigator as Partial<Navigator>;
  return Boolean(serviceWorker?.controller);
}
