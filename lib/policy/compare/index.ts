import type { ChangedClause, Clause, PolicyChange, PolicyText } from '../types.ts';
import { type Bag, bagOf, isAlike, keepsTurns } from './bag.ts';
import { concern, concernOf, renamedWords } from './concern.ts';
import type { Keyed } from './keys.ts';
import { keyed, ownDates } from './keys.ts';
import type { Pairing } from './pair.ts';
import { isEmpty, leftover, pairUp, withoutSlips } from './pair.ts';
import { isNextVersion, isOther } from './readability.ts';
import { withoutRearranged } from './rearranged.ts';
import { Vocabulary } from './vocabulary.ts';
import { changedWords } from './words.ts';

export { flagChanges } from './flags.ts';
export { fingerprint } from './keys.ts';

/** One change as it is shown: a clause that came has only `after`, one that went only `before`. */
export type ClauseChange = Partial<ChangedClause>;
export type Span = { start: number; end: number };

/** What changed between two texts, without the flags. All lists begin with what concerns a creator most. */
export type TextChange = Pick<PolicyChange, 'kind' | 'clauses' | 'announced' | 'other'> & {
  /** Added, removed and changed clauses in one list. */
  first: ClauseChange[];
  /** Where the clauses stand that changed, in each text; flags outside them have not changed. */
  touched: { before: Span[]; after: Span[] };
};

/**
 * Compares two readings of one document, clause by clause; order, formatting and what else carries no meaning is left
 * out of it.
 *
 * @param settled the later text was the same on several looks, so that one cut short is believed
 * @returns kind 'same' when not a letter differs, 'format' when only what carries no meaning does, 'date' when only the
 *   document's own date has moved, 'unreadable' when `after` cannot be the next version, else 'text'. The lists are
 *   empty for all but 'text'.
 */
export function compareTexts(before: PolicyText, after: PolicyText, settled = false): TextChange {
  if (before.plain === after.plain) return unchanged('same');
  const vocabulary = new Vocabulary();
  const [was, now] = [keyed(before, vocabulary), keyed(after, vocabulary)];
  const left = leftover(was, now);
  const announced = hasMoved(before, after);
  if (!isNextVersion(before, after, left, now, settled)) {
    return { ...unchanged('unreadable'), ...(isOther(before, after, left, now) ? { other: true } : {}) };
  }
  const rest = withoutRearranged(left, was, now);
  const pairing = withoutSlips(pairUp(rest));
  if (isEmpty(pairing)) return unchanged(announced ? 'date' : 'format', announced);
  return { ...described(pairing, rest), announced };
}

function unchanged(kind: PolicyChange['kind'], announced = false): TextChange {
  const clauses = { added: [], removed: [], changed: [] };
  return { kind, clauses, announced, first: [], touched: { before: [], after: [] } };
}

/** Whether the document states a date of its own that it did not state before. */
function hasMoved(before: PolicyText, after: PolicyText): boolean {
  if (after.updated && before.updated !== after.updated) return true;
  const [was, now] = [ownDates(before), ownDates(after)];
  return [...now].some((date) => !was.has(date));
}

/** A change with how much it concerns a creator, and what its clauses mean. */
type Weighed = ClauseChange & { concern: number; said: string; bag: Bag };

function described(
  pairing: Pairing,
  left: { removed: Keyed[]; added: Keyed[] },
): Omit<TextChange, 'announced'> {
  const renamed = renamedWords(pairing.changed);
  const changed = pairing.changed.map((pair) => {
    const { gone, come } = changedWords(pair);
    const words = [...gone, ...come].filter((word) => !renamed.has(word)).join(' ');
    return {
      ...texts(pair.before.clause, pair.after.clause),
      concern: concern(words, pair.after.key),
      said: `${pair.before.key} ${pair.after.key}`,
      bag: bagOf(joined(pair.before.numbers, pair.after.numbers)),
    };
  });
  const added = pairing.added.map((clause) => ({ after: shown(clause.clause), ...aloneIn(clause) }));
  const removed = pairing.removed.map((clause) => ({ before: shown(clause.clause), ...aloneIn(clause) }));
  const byConcern = (a: Weighed, b: Weighed) => b.concern - a.concern;
  return {
    kind: 'text',
    first: once([...changed, ...added, ...removed].sort(byConcern)),
    clauses: {
      added: added.sort(byConcern).map((change) => change.after),
      removed: removed.sort(byConcern).map((change) => change.before),
      changed: changed.sort(byConcern).map(({ before, after }) => ({ before, after })),
    },
    touched: { before: spans(left.removed), after: spans(left.added) },
  };
}

/** So much alike, two changes are one thing to read. */
const ALIKE = 0.8;
/** As many changes are looked at first; further down only identical ones are left out. */
const LOOKED_AT = 20;

function once(changes: Weighed[]): ClauseChange[] {
  const seen = new Set<string>();
  const first: Bag[] = [];
  return changes.flatMap(({ before, after, said, bag }) => {
    if (seen.has(said) || first.some((other) => isSaidBy(bag, other))) return [];
    seen.add(said);
    if (first.length < LOOKED_AT) first.push(bag);
    return [{ ...(before && { before }), ...(after && { after }) }];
  });
}

function isSaidBy(one: Bag, other: Bag): boolean {
  return isAlike(one, other, ALIKE) && keepsTurns(one, other) && keepsTurns(other, one);
}

function joined(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** A clause that came or went, weighed by itself. */
function aloneIn({ key, numbers }: Keyed): Pick<Weighed, 'concern' | 'said' | 'bag'> {
  return { concern: concernOf(key), said: key, bag: bagOf(numbers) };
}

/** A list item is shown with its lead-in, without which it says nothing. */
function shown({ leadIn, text }: Clause): string {
  return leadIn ? `${leadIn} ${text}` : text;
}

function texts(before: Clause, after: Clause): { before: string; after: string } {
  return { before: shown(before), after: shown(after) };
}

function spans(clauses: Keyed[]): Span[] {
  return clauses.map(({ clause: { start, end } }) => ({ start, end }));
}
