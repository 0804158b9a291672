import type { Page } from 'puppeteer-core';

/** Times of one opening in ms since the navigation began: the first paint with anything in it, and that of the largest thing to read. */
export type Opening = { first: number; answer: number };

/** How a page that is open came to be seen. */
export function openingOf(page: Page): Promise<Opening> {
  return page.evaluate(async () => {
    const all = (type: string) =>
      new Promise<PerformanceEntry[]>((done) => {
        const entries: PerformanceEntry[] = [];
        const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
        observer.observe({ type, buffered: true });
        // Entries come late: two frames and a breath after the paint they tell of.
        setTimeout(() => done(entries), 150);
      });
    const [paints, largest] = await Promise.all([all('paint'), all('largest-contentful-paint')]);
    const first = paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN;
    return {
      first,
      // The largest thing to read: of the popup its verdict, of the empty one its line.
      answer: largest.at(-1)?.startTime ?? Number.NaN,
    };
  });
}
