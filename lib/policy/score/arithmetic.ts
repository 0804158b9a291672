import type { Contradiction, FlagHit, Grade, ScorePoint } from '../types.ts';

/** Where a document that says nothing would start, before what it leaves unanswered is taken off. */
export const START_SCORE = 56;
/** Points a flag adds or takes, for each unit of its weight. Twice the price of an open question: see questions.ts. */
export const POINTS_PER_WEIGHT = 2;
/** Points taken for each question the documents leave open. */
export const POINTS_PER_QUESTION = 1;
/** Work that trains AI with no way out is no better than a D, whatever else is promised ... */
const CAP_WITHOUT_OPT_OUT = 44;
/** ... and no better than a C where the way out is the reader's to find. */
const CAP_WITH_OPT_OUT = 64;

const GRADES: { grade: Grade; from: number }[] = [
  { grade: 'A', from: 80 },
  { grade: 'B', from: 65 },
  { grade: 'C', from: 50 },
  { grade: 'D', from: 40 },
  { grade: 'E', from: 20 },
  { grade: 'F', from: 0 },
];

/** What each flag adds or takes: once a flag, however often it is said; a promise that is taken back adds nothing. */
export function pointsOf(hits: readonly FlagHit[], contradictions: readonly Contradiction[]): ScorePoint[] {
  const cancelled = new Map(contradictions.map(({ green, red }) => [green.flag, red.flag]));
  const flags = new Map(hits.map((hit) => [hit.flag, hit]));
  return [...flags.values()]
    .sort((left, right) => right.weight - left.weight || (left.flag < right.flag ? -1 : 1))
    .map(({ flag, colour, weight }) => {
      const cancelledBy = cancelled.get(flag);
      if (cancelledBy) return { flag, points: 0, cancelledBy };
      return { flag, points: (colour === 'green' ? 1 : -1) * weight * POINTS_PER_WEIGHT };
    });
}

/** The cap that use for training puts on the score, if any. */
export function trainingCap(hits: readonly FlagHit[]): number | undefined {
  const has = (flag: string) => hits.some((hit) => hit.flag === flag);
  if (!has('trains-on-content')) return undefined;
  return has('training-opt-out') ? CAP_WITH_OPT_OUT : CAP_WITHOUT_OPT_OUT;
}

/** A whole number from 0 to 100. */
export function bounded(points: number): number {
  return Math.max(0, Math.min(100, Math.round(points)));
}

/** The letter for a score of 0 to 100. */
export function gradeOf(score: number): Grade {
  return GRADES.find(({ from }) => score >= from)?.grade ?? 'F';
}
