/** Links that open a page at a quote: text fragments (WICG "URL Fragment Text Directives", section 3.2). */

/** Longer quotes are named by their first and last words: long exact matches break at the first footnote mark or link. */
const LONGEST_EXACT = 100;
const WORDS_AT_AN_END = 6;

/** What extraction writes before a list item; the page itself draws its bullets without letters. */
const LIST_MARK = /^(?:[-*•·–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+/i;

/**
 * The address of `quote` inside the page at `url`.
 *
 * A match for one run of text never crosses a block of the page, so a quote of several lines (a lead-in and its list item) is
 * named by its first and last words. An empty quote gives the page itself.
 *
 * @returns an `https:` URL, or undefined when `url` is not one (nothing else is ever linked)
 */
export function quoteLink(url: string, quote: string): string | undefined {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  if (page?.protocol !== 'https:') return undefined;
  const target = directive(quote);
  const anchor = page.hash.slice(1).split(':~:')[0] ?? '';
  page.hash = '';
  if (!target) return anchor ? `${page.href}#${anchor}` : page.href;
  return `${page.href}#${anchor}:~:text=${target}`;
}

function directive(quote: string): string {
  const lines = quote
    .split(/[\r\n\u2028\u2029]+/)
    .map(tidy)
    .filter(Boolean);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return '';
  if (lines.length === 1 && first.length <= LONGEST_EXACT) return encode(first);
  return rangeOf(first, last, lines.length === 1);
}

function rangeOf(first: string, last: string, oneLine: boolean): string {
  const head = first.split(' ');
  const tail = last.split(' ');
  // Start and end must not overlap, or the end is looked for behind the quote.
  const most = oneLine ? Math.min(WORDS_AT_AN_END, Math.floor(head.length / 2)) : WORDS_AT_AN_END;
  if (most === 0) return encode(first);
  return `${encode(head.slice(0, most).join(' '))},${encode(tail.slice(-most).join(' '))}`;
}

function tidy(line: string): string {
  return line
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LIST_MARK, '');
}

/** Comma, dash and ampersand are the directive's own syntax; `encodeURIComponent` leaves the dash alone. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
