/**
 * What a reader never sees: soft hyphens, zero-width characters and joiners, byte-order marks, direction marks (which
 * can also hide words), the private-use glyphs of icon fonts, and control characters other than white space.
 */
const INVISIBLE = /[\p{Cf}\p{Co}\uFFFC]|(?!\s)\p{Cc}/gu;

/**
 * Text as it reads on the page: invisible characters gone, every run of white space (no-break and typographic spaces
 * too) one space, none at either end. Words and punctuation stay as they are, so that a quote is found on the live page.
 *
 * @param text any text, line breaks included
 * @returns one line
 */
export function readable(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}
