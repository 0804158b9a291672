import { standsWhereDatesAre, statedDates } from '../text/index.ts';
import type { Clause, PolicyText } from '../types.ts';
import { isFurniture, isShort, saysSomething } from './furniture.ts';
import { isDateLabel, meaning } from './normalise.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * A clause with what it means: `own` by itself, `key` with the lead-in, since "We may:" and "We do not:" change every bullet. `numbers`
 * are those of the words of `key`, `ownNumbers` those of `own`.
 */
export type Keyed = {
  clause: Clause;
  key: string;
  own: string;
  numbers: Int32Array;
  ownNumbers: Int32Array;
};

/** A clause with its words, which are added to the vocabulary. `lead`: what its lead-in means, empty without one. */
export function keyedClause(clause: Clause, own: string, lead: string, vocabulary: Vocabulary): Keyed {
  const ownNumbers = vocabulary.numbersOf(own);
  if (lead === '') return { clause, key: own, own, numbers: ownNumbers, ownNumbers };
  const key = `${lead} : ${own}`;
  return { clause, key, own, numbers: vocabulary.numbersOf(key), ownNumbers };
}

const PROSE = 70;

/** The clauses that carry meaning, in order. Texts to be compared share a vocabulary. */
export function keyed(text: PolicyText, vocabulary = new Vocabulary()): Keyed[] {
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
    const lead = clause.leadIn?.endsWith(':') ? meaning(clause.leadIn, false) || ':' : '';
    return [keyedClause(clause, words, lead, vocabulary)];
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
