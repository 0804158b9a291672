import { standsWhereDatesAre, statedDates } from '../text/index.ts';
import type { Clause, PolicyText } from '../types.ts';
import { isFurniture, isShort, saysSomething } from './furniture.ts';
import { isDateLabel, meaning } from './normalise.ts';

/** A clause with what it means: `own` by itself, `key` with the lead-in, since "We may:" and "We do not:" change every bullet. */
export type Keyed = { clause: Clause; key: string; own: string };

const PROSE = 70;

/** The clauses that carry meaning, in order. */
export function keyed(text: PolicyText): Keyed[] {
  const { clauses } = text;
  const first = clauses.findIndex(isProse);
  const last = clauses.findLastIndex(isProse);
  return clauses.flatMap((clause, at) => {
    const ownDate = standsWhereDatesAre(at, clauses.length);
    const words = meaning(clause.text, ownDate);
    if (isDateLabel(words) || isFurniture(words)) return [];
    const atEdge = first >= 0 && (at < first || at > last);
    const isMenu = atEdge && !clause.leadIn?.endsWith(':') && isShort(words);
    if (isMenu && !saysSomething(clause.text, words)) return [];
    // A title above a list leads into it as well, but whether it does hangs on how it is set.
    const key = clause.leadIn?.endsWith(':') ? `${meaning(clause.leadIn, false)} : ${words}` : words;
    return [{ clause, key, own: words }];
  });
}

function isProse(clause: Clause): boolean {
  return clause.text.length >= PROSE;
}

/** All dates that the document states as its own, ISO. */
export function ownDates(text: PolicyText): Set<string> {
  const { clauses } = text;
  const stated = clauses.flatMap(({ text: line }, at) =>
    standsWhereDatesAre(at, clauses.length) ? statedDates(line) : [],
  );
  return new Set([...stated.map((date) => date.iso), ...(text.updated ? [text.updated] : [])]);
}

/**
 * A text that is equal for two documents that say the same, whatever their formatting, order and own date.
 * Callers hash it to tell in no time that nothing has changed, or that an earlier version is back.
 */
export function fingerprint(text: PolicyText): string {
  return keyed(text)
    .map(({ key }) => key)
    .sort()
    .join('\n');
}
