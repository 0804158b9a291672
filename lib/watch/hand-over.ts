import { MAX_HTML } from '../messages.ts';

/** A page that has not changed for this long shows what it has, in ms. */
const QUIET = 1_500;
/** A page that never rests (a clock, a carousel) is taken as it is after this long, in ms. */
const LONGEST = 8_000;
/** A page that shows a wheel first and its text later falls quiet more than once. */
const MOST = 4;

/** None of it is text for a reader, and some of it may be a person's secret: tokens, drafts, what they typed. */
const NOT_TEXT =
  'script, style, link, meta, iframe, object, svg, canvas, video, audio, img, input, textarea, select, noscript';

/** Hands over what the page says each time it has fallen quiet, a few times at most: HTML without scripts, pictures and fields. */
export function handOver(page: Document, send: (html: string) => void): void {
  let left = MOST;
  let last = '';
  const settled = () => {
    restless = undefined;
    left -= 1;
    if (left === 0) observer.disconnect();
    const html = readable(page);
    if (html === last || html.length > MAX_HTML) return;
    last = html;
    send(html);
  };
  let timer = setTimeout(settled, QUIET);
  let restless: number | undefined;
  const observer = new MutationObserver(() => {
    restless ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(settled, Math.min(QUIET, Math.max(0, restless + LONGEST - performance.now())));
  });
  observer.observe(page, { childList: true, subtree: true, characterData: true });
}

function readable(page: Document): string {
  const copy = page.documentElement.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll(NOT_TEXT)) element.remove();
  return copy.outerHTML;
}
