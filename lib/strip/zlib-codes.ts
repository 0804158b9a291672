/** A code: how many words of each length it has, and the words by length. */
export type Code = { counts: Uint16Array; symbols: Uint16Array };

/** There is something that no packer writes. */
export class NoCode extends Error {}

/** Bits of the longest word. */
export const LONGEST = 15;

/** The code whose words have these lengths; zero for those that it does not have (section 3.2.2). */
export function codeOf(widths: readonly number[]): Code {
  const counts = new Uint16Array(LONGEST + 1);
  for (const width of widths) if (width > 0) counts[width] = (counts[width] ?? 0) + 1;
  const places = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++)
    places[length + 1] = (places[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Uint16Array(widths.length);
  for (const [symbol, width] of widths.entries()) {
    if (width === 0) continue;
    const place = places[width] ?? 0;
    symbols[place] = symbol;
    places[width] = place + 1;
  }
  return { counts, symbols };
}

/** The same. @throws {NoCode} when the words are too many or too few for their lengths */
export function wholeCode(widths: readonly number[]): Code {
  const code = codeOf(widths);
  let left = 1;
  for (let length = 1; length <= LONGEST; length++) left = 2 * left - (code.counts[length] ?? 0);
  if (left !== 0) throw new NoCode();
  return code;
}
