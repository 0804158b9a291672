import type { FlagHit, Grade, WorkKind } from '../types.ts';

/** What makes work unfit to be uploaded, in a person's words, the worst first. `decides` for a client's work. */
const CONCERNS: { flag: string; words: string; decides?: true }[] = [
  { flag: 'trains-on-content', words: 'trains AI on uploads', decides: true },
  { flag: 'public-by-default', words: 'shows your work to others unless you stop it', decides: true },
  { flag: 'licence-broad', words: 'takes a broad licence over your work', decides: true },
  { flag: 'output-not-owned', words: 'does not let everyone own the results', decides: true },
  { flag: 'sells-data', words: 'sells data', decides: true },
  { flag: 'promotional-use', words: 'may advertise itself with your work', decides: true },
  { flag: 'staff-review', words: 'lets staff look at uploads' },
  { flag: 'content-to-third-party-ai', words: 'passes work on to other AI companies' },
  { flag: 'licence-outlives-deletion', words: 'keeps its licence after you delete' },
  { flag: 'deletion-incomplete', words: 'keeps copies after you delete' },
  { flag: 'retention-open-ended', words: 'names no end to how long it keeps data' },
  { flag: 'deidentified-reuse', words: 'reuses anonymised copies' },
  { flag: 'shares-with-advertisers', words: 'shares data with advertisers' },
];
const MOST_CONCERNS = 2;
/** Any of these says what happens to uploads in training. */
const TRAINING_ANSWERS = ['trains-on-content', 'no-training', 'training-opt-in', 'training-opt-out'];

/** The verdict for one kind of work in one sentence, never kinder than the grade or than what decides by itself. */
export function verdictFor(work: WorkKind, grade: Grade | null, hits: readonly FlagHit[]): string {
  if (!grade) return 'No grade: the policy could not be read.';
  const said = concernsIn(hits);
  return work === 'client' ? clientVerdict(grade, said, hits) : publicVerdict(grade, said, hits);
}

function clientVerdict(grade: Grade, said: typeof CONCERNS, hits: readonly FlagHit[]): string {
  const deciding = said.filter(({ decides }) => decides);
  if (deciding.length === 1 && canSwitchOff(hits))
    return 'Not for client work until you switch AI training off.';
  if (deciding.length > 0) return `Not for client work: ${listed(deciding, hits)}.`;
  if (isPoor(grade)) return `Not for client work${because(said, hits)}.`;
  if (!has(hits, ...TRAINING_ANSWERS)) {
    return 'Ask before you upload client work: it does not say whether uploads train AI.';
  }
  if (said.length > 0) return `Client work with care: ${listed(said, hits)}.`;
  return isFair(grade)
    ? 'Fit for client work, by what it says.'
    : 'Client work with care: much is left unsaid.';
}

function publicVerdict(grade: Grade, said: typeof CONCERNS, hits: readonly FlagHit[]): string {
  if (isPoor(grade)) return `Think twice, even for public work${because(said, hits)}.`;
  if (canSwitchOff(hits)) return 'For public work: switch AI training off first if you mind it.';
  if (said.length > 0) return `Fine for public work if you accept that it ${listed(said, hits)}.`;
  return isFair(grade) ? 'Fine for public work.' : 'Fine for public work, though much is left unsaid.';
}

function concernsIn(hits: readonly FlagHit[]): typeof CONCERNS {
  return CONCERNS.filter(({ flag }) => has(hits, flag));
}

/** Training that everybody can switch off in their settings. */
function canSwitchOff(hits: readonly FlagHit[]): boolean {
  return (
    has(hits, 'trains-on-content') && has(hits, 'training-opt-out') && !has(hits, 'training-hard-opt-out')
  );
}

function because(said: typeof CONCERNS, hits: readonly FlagHit[]): string {
  return said.length > 0 ? `: ${listed(said, hits)}` : ': little in it protects you';
}

function listed(said: typeof CONCERNS, hits: readonly FlagHit[]): string {
  return said
    .slice(0, MOST_CONCERNS)
    .map(({ flag, words }) => (flag === 'trains-on-content' ? `${words}${wayOut(hits)}` : words))
    .join(' and ');
}

/** Which way out of training there is. */
function wayOut(hits: readonly FlagHit[]): string {
  if (has(hits, 'training-hard-opt-out')) return ' (the way out is hard)';
  if (has(hits, 'training-opt-out')) return ' unless you opt out';
  const onPlans = hits.some(
    ({ flag, quote }) => flag === 'promise-only-on-paid-plans' && /train/i.test(quote),
  );
  return onPlans ? ' of all but some plans' : ' with no way out';
}

function has(hits: readonly FlagHit[], ...flags: string[]): boolean {
  return hits.some(({ flag }) => flags.includes(flag));
}

function isPoor(grade: Grade): boolean {
  return grade === 'D' || grade === 'E' || grade === 'F';
}

function isFair(grade: Grade): boolean {
  return grade === 'A' || grade === 'B';
}
