import type { Contradiction, FlagHit, Grade, ScorePoint, Topic, WorkKind } from '../types.ts';

/** Where a document that says nothing would start, before what it leaves unanswered is taken off. */
export const START_SCORE = 56;
/** Points a flag adds or takes, for each unit of its weight. Twice the price of an open question: see questions.ts. */
export const POINTS_PER_WEIGHT = 2;
/** Points taken for each question the documents leave open. */
export const POINTS_PER_QUESTION = 1;
/**
 * For a client's work, what speaks against the reader in these topics weighs half as much again: what was allowed cannot be
 * taken back. Promises weigh the same, so that no card is kinder to a client's work than to public work.
 */
const CLIENT_TOPICS: ReadonlySet<Topic> = new Set([
  'training',
  'licence',
  'visibility',
  'retention',
  'access',
]);
const CLIENT_FACTOR = 1.5;
/** Who makes use for training weigh less than this has said that it does not decide for them. */
const CAPPING_WEIGHT = 4;
/**
 * Work that trains AI with no way out is no better than a D, whatever else is promised, and no better than a C where the
 * way out is the reader's to find. For a client's work that is an E and a D.
 */
const CAPS: Record<WorkKind, { withOptOut: number; without: number }> = {
  public: { withOptOut: 64, without: 44 },
  client: { withOptOut: 49, without: 29 },
};

const GRADES: { grade: Grade; from: number }[] = [
  { grade: 'A', from: 80 },
  { grade: 'B', from: 65 },
  { grade: 'C', from: 50 },
  { grade: 'D', from: 40 },
  { grade: 'E', from: 20 },
  { grade: 'F', from: 0 },
];

/** By what the weights of a topic's red flags are multiplied for this kind of work. */
export function factorOf(topic: Topic | undefined, work: WorkKind): number {
  return work === 'client' && topic && CLIENT_TOPICS.has(topic) ? CLIENT_FACTOR : 1;
}

/**
 * What each flag adds or takes: once a flag, however often it is said; a promise that is taken back adds nothing.
 * @param factor by what a red flag's weight is multiplied.
 */
export function pointsOf(
  hits: readonly FlagHit[],
  contradictions: readonly Contradiction[],
  factor: (flag: string) => number,
): ScorePoint[] {
  const cancelled = new Map(contradictions.map(({ green, red }) => [green.flag, red.flag]));
  const flags = new Map(hits.map((hit) => [hit.flag, hit]));
  return [...flags.values()]
    .sort((left, right) => right.weight - left.weight || (left.flag < right.flag ? -1 : 1))
    .map(({ flag, colour, weight }) => {
      const cancelledBy = cancelled.get(flag);
      if (cancelledBy) return { flag, points: 0, cancelledBy };
      const points = weight * POINTS_PER_WEIGHT;
      return { flag, points: colour === 'green' ? points : -points * factor(flag) };
    });
}

/** The cap that use for training puts on the score, if any. */
export function trainingCap(hits: readonly FlagHit[], work: WorkKind): number | undefined {
  const has = (flag: string) => hits.some((hit) => hit.flag === flag);
  if (!hits.some(({ flag, weight }) => flag === 'trains-on-content' && weight >= CAPPING_WEIGHT))
    return undefined;
  return has('training-opt-out') ? CAPS[work].withOptOut : CAPS[work].without;
}

/** A whole number from 0 to 100. */
export function bounded(points: number): number {
  return Math.max(0, Math.min(100, Math.round(points)));
}

/** The letter for a score of 0 to 100. */
export function gradeOf(score: number): Grade {
  return GRADES.find(({ from }) => score >= from)?.grade ?? 'F';
}
