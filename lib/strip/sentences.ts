import { GENERIC, NUMERIC, SENTENCES } from './sentence-list.ts';

export type SentenceId = keyof typeof SENTENCES;
/** A text out of the list, so that it can be shown in the person's language. */
export type Said = string & { readonly isSaid: true };

/** What a text says: which one of the list it is, and what stands in it for `$1` to `$9`. */
export type Understood = { id: SentenceId; values: string[] };

const IDS = Object.keys(SENTENCES) as SentenceId[];
const LONGEST = 2_000;
let patterns: (readonly [SentenceId, RegExp])[] | undefined;

/** The English text of that name, with `values` in the place of `$1` to `$9`. */
export function say(id: SentenceId, ...values: (string | number)[]): Said {
  const text: string = SENTENCES[id];
  // Many are said as scripts start, in every page of a guarded site: there a regular expression that finds nothing is dear.
  if (!text.includes('$')) return text as Said;
  return text.replaceAll(/\$([1-9])/g, (_, n) => String(values[Number(n) - 1] ?? '')) as Said;
}

/**
 * Finds out which text of the list this is, so that it can be said in another language; undefined when it is none, as the words of a file
 * are. Texts stand within texts: `values` may be such ones.
 */
export function understand(text: string): Understood | undefined {
  if (text.length > LONGEST) return undefined;
  patterns ??= makePatterns();
  for (const [id, pattern] of patterns) {
    const values = pattern.exec(text)?.slice(1);
    if (values && isMeant(id, values)) return { id, values };
  }
  return undefined;
}

/** The most telling first: those with the most words of their own. */
function makePatterns(): (readonly [SentenceId, RegExp])[] {
  const own = (id: SentenceId) => SENTENCES[id].replaceAll(/\$\d/g, '').length;
  return IDS.toSorted((a, b) => own(b) - own(a)).map((id) => [id, patternOf(id)]);
}

function patternOf(id: SentenceId): RegExp {
  const value = NUMERIC.includes(id) ? '([\\d.,]+)' : '([^]+?)';
  const plain = SENTENCES[id].replaceAll(/[.*+?^{}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${plain.replaceAll(/\$\d/g, value)}$`);
}

/** Some are hardly more than a comma: they are meant only when what stands in them is one of the list too. */
function isMeant(id: SentenceId, values: readonly string[]): boolean {
  const places = GENERIC[id] ?? [];
  return places.every((place) => understand(values[place - 1] ?? '') !== undefined);
}
