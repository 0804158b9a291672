import { diffArrays } from 'diff';
import type { Clause, PolicyText } from '../types.ts';
import { type Keyed, keyedClause } from './keys.ts';
import { meaning } from './normalise.ts';
import { pairUp } from './pair.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * One line of two versions beside each other. `moved`: the same words stand elsewhere in the other version. `isHeading`: it is the
 * title of what follows.
 */
export type AlignedRow = {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  before?: string;
  after?: string;
  isHeading?: true;
};

/** Beyond this many differences the versions have no order in common: what was goes first, then what is. Time grows with their square. */
const MOST_DIFFERENCES = 1_000;

/**
 * Two versions of a document, clause by clause, in the order of the text: what stands in both beside itself, what was reworded beside
 * what it became, and what came or went beside nothing. What carries no meaning (formatting, numbers of sections) makes no difference.
 */
export function alignVersions(before: PolicyText, after: PolicyText): AlignedRow[] {
  const vocabulary = new Vocabulary();
  const whole = ({ clauses }: PolicyText) => clauses.map((clause) => wholeClause(clause, vocabulary));
  const [was, now] = [whole(before), whole(after)];
  const elsewhere = { before: new Set(was.map(({ key }) => key)), after: new Set(now.map(({ key }) => key)) };
  const rows = hunksOf(was, now).flatMap((hunk) =>
    'same' in hunk ? sameRows(hunk) : changedRows(hunk, elsewhere),
  );
  return withHeadings(rows);
}

function wholeClause(clause: Clause, vocabulary: Vocabulary): Keyed {
  // A clause of signs only has no meaning to go by.
  return keyedClause(clause, meaning(clause.text, false) || clause.text, '', vocabulary);
}

type Row = AlignedRow & { clause: Clause };
type Same = { same: true; removed: Keyed[]; added: Keyed[] };
type Hunk = Same | { removed: Keyed[]; added: Keyed[] };
type Elsewhere = { before: ReadonlySet<string>; after: ReadonlySet<string> };

/** Runs of clauses that stand in both, and between them what went and what came. */
function hunksOf(was: Keyed[], now: Keyed[]): Hunk[] {
  const keys = (clauses: Keyed[]) => clauses.map(({ key }) => key);
  const parts = diffArrays(keys(was), keys(now), { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return [{ removed: was, added: now }];
  const hunks: Hunk[] = [];
  let [at, to] = [0, 0];
  for (const { added, removed, count = 0 } of parts) {
    const gone = added ? [] : was.slice(at, at + count);
    const come = removed ? [] : now.slice(to, to + count);
    at += gone.length;
    to += come.length;
    const last = hunks.at(-1);
    if (!added && !removed) hunks.push({ same: true, removed: gone, added: come });
    else if (last && !('same' in last)) hunks[hunks.length - 1] = joined(last, gone, come);
    else hunks.push({ removed: gone, added: come });
  }
  return hunks;
}

function joined(hunk: Hunk, gone: Keyed[], come: Keyed[]): Hunk {
  return { removed: [...hunk.removed, ...gone], added: [...hunk.added, ...come] };
}

function sameRows({ removed, added }: Same): Row[] {
  return added.map(({ clause }, nth) => ({
    kind: 'same',
    before: removed[nth]?.clause.text ?? clause.text,
    after: clause.text,
    clause,
  }));
}

/** In the order of the later version; what went stands before what came. */
function changedRows({ removed, added }: Hunk, elsewhere: Elsewhere): Row[] {
  const partners = new Map(pairUp({ removed, added }).changed.map((pair) => [pair.after, pair.before]));
  const reworded = new Set(partners.values());
  const gone = removed.filter((clause) => !reworded.has(clause));
  return [
    ...gone.map(
      ({ clause, key }): Row => ({
        kind: elsewhere.after.has(key) ? 'moved' : 'removed',
        before: clause.text,
        clause,
      }),
    ),
    ...added.map((one) => addedRow(one, partners.get(one), elsewhere)),
  ];
}

function addedRow({ clause, key }: Keyed, partner: Keyed | undefined, elsewhere: Elsewhere): Row {
  if (partner) return { kind: 'changed', before: partner.clause.text, after: clause.text, clause };
  return { kind: elsewhere.before.has(key) ? 'moved' : 'added', after: clause.text, clause };
}

/** Titles are clauses like any other, known by the clauses that name them as theirs. */
function withHeadings(rows: Row[]): AlignedRow[] {
  const titles = new Set(rows.map(({ clause }) => clause.heading.at(-1)));
  return rows.map(({ clause, ...row }) => (titles.has(clause.text) ? { ...row, isHeading: true } : row));
}
