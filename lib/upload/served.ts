/**
 * Did a service worker of the site answer for this document? The network tells the background of every other page of a guarded site that
 * is opened, and nothing of these.
 */
export function isServedByWorker(): boolean {
  const [own] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return own !== undefined && own.workerStart > 0;
}
