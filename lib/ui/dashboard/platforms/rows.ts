import type { Grade, Topic, Verdict, WorkKind } from '../../../policy/types.ts';
import { WORK_KINDS } from '../../../policy/types.ts';
import type { Site } from '../../../sites/types.ts';
import type { KeptChange } from '../../../store/index.ts';
import type { SiteReview } from '../../../store/types.ts';
import { lastRead, type Reading, readingOf } from '../../reading.ts';
import { cardFor, verdictOf } from '../../words/verdict.ts';

/** The topics that are compared in the table: what decides most about unreleased work. */
export const COMPARED = [
  'training',
  'licence',
  'retention',
  'visibility',
] as const satisfies readonly Topic[];

export type GradeCell = { grade: Grade; score: number };

/** One site as the table of platforms compares it. Times are ms since 1970. */
export type PlatformRow = {
  site: Site;
  review?: SiteReview;
  reading: Reading;
  /** Absent where there is no grade: not read, or not to be read. */
  grades: Partial<Record<WorkKind, GradeCell>>;
  verdicts: Partial<Record<Topic, Verdict>>;
  lastChange?: KeptChange;
  unread: number;
  readAt?: number;
  used: boolean;
  pinned: boolean;
  /** The person no longer uses it for client work. */
  notForClients: boolean;
};

/** A row for every site of the catalogue. `changes`: all that were found, newest first. */
export function platformRows(
  sites: readonly Site[],
  reviews: readonly SiteReview[],
  changes: readonly KeptChange[],
  notForClients: readonly string[] = [],
): PlatformRow[] {
  const reviewOf = new Map(reviews.map((review) => [review.site, review]));
  const changesOf = Map.groupBy(changes, ({ site }) => site);
  return sites.map((site) => ({
    ...rowOf(site, reviewOf.get(site.id), changesOf.get(site.id) ?? []),
    notForClients: notForClients.includes(site.id),
  }));
}

function rowOf(
  site: Site,
  review: SiteReview | undefined,
  changes: readonly KeptChange[],
): Omit<PlatformRow, 'notForClients'> {
  const reading = readingOf(review);
  return {
    site,
    review,
    reading,
    ...(reading.kind === 'scored' ? comparison(reading.card) : { grades: {}, verdicts: {} }),
    lastChange: changes[0],
    unread: changes.filter(({ read }) => !read).length,
    readAt: lastRead(review?.documents ?? []),
    used: review?.usedSince !== undefined,
    pinned: review?.pinned === true,
  };
}

function comparison(
  card: Extract<Reading, { kind: 'scored' }>['card'],
): Pick<PlatformRow, 'grades' | 'verdicts'> {
  const grades = WORK_KINDS.flatMap((work) => {
    const { grade, score } = cardFor(card, work);
    // A card of an older engine has one reading: it says nothing of client work.
    const isKnown = work === 'public' || card.readings !== undefined;
    return grade && score !== null && isKnown ? [[work, { grade, score }] as const] : [];
  });
  return {
    grades: Object.fromEntries(grades),
    verdicts: Object.fromEntries(COMPARED.map((topic) => [topic, verdictOf(card, topic)])),
  };
}

/** Which sites the table shows: those the person uses or watches, those with a grade, or all. */
export const SHOWN = ['mine', 'graded', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** Does the row belong to what is shown, and does its site, vendor or address contain what was typed? */
export function fits(row: PlatformRow, shown: Shown, typed: string): boolean {
  return belongs(row, shown) && contains(row.site, typed);
}

function belongs({ used, pinned, grades }: PlatformRow, shown: Shown): boolean {
  if (shown === 'mine') return used || pinned;
  return shown === 'all' || grades.public !== undefined;
}

function contains({ name, vendor = '', home, pages }: Site, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  const texts = [name, vendor, home, ...pages.map(({ pattern }) => pattern)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
