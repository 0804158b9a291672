import type { FlagHit, Grade, VerdictId, VerdictSaid, WayOut, WorkKind } from '../types.ts';

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

/** Each verdict in English. `concerns` is what it names, as a list in words. */
const SENTENCES: Record<VerdictId, (concerns: string) => string> = {
  unread: () => 'No grade: the policy could not be read.',
  'client-no': (concerns) => `Not for client work: ${concerns || LITTLE}.`,
  'client-no-unless-training-off': () => 'Not for client work until you switch AI training off.',
  'client-ask-training': () => 'Ask before you upload client work: it does not say whether uploads train AI.',
  'client-care': (concerns) => `Client work with care: ${concerns}.`,
  'client-care-unsaid': () => 'Client work with care: much is left unsaid.',
  'client-fit': () => 'Fit for client work, by what it says.',
  'public-no': (concerns) => `Think twice, even for public work: ${concerns || LITTLE}.`,
  'public-training-off': () => 'For public work: switch AI training off first if you mind it.',
  'public-if': (concerns) => `Fine for public work if you accept that it ${concerns}.`,
  'public-fine': () => 'Fine for public work.',
  'public-fine-unsaid': () => 'Fine for public work, though much is left unsaid.',
};
const LITTLE = 'little in it protects you';
const WAYS_OUT_WORDS: Record<WayOut, string> = {
  hard: ' (the way out is hard)',
  'opt-out': ' unless you opt out',
  'some-plans': ' of all but some plans',
  none: ' with no way out',
};

/** The verdict for one kind of work as data, never kinder than the grade or than what decides by itself. */
export function verdictFor(work: WorkKind, grade: Grade | null, hits: readonly FlagHit[]): VerdictSaid {
  if (!grade) return verdict('unread', [], hits);
  const said = concernsIn(hits);
  return work === 'client' ? clientVerdict(grade, said, hits) : publicVerdict(grade, said, hits);
}

/** The verdict in one English sentence. */
export function verdictText({ id, flags, wayOut = 'none' }: VerdictSaid): string {
  const concerns = CONCERNS.filter(({ flag }) => flags.includes(flag)).map(({ flag, words }) =>
    flag === 'trains-on-content' ? `${words}${WAYS_OUT_WORDS[wayOut]}` : words,
  );
  return SENTENCES[id](concerns.join(' and '));
}

function clientVerdict(grade: Grade, said: typeof CONCERNS, hits: readonly FlagHit[]): VerdictSaid {
  const deciding = said.filter(({ decides }) => decides);
  if (deciding.length === 1 && canSwitchOff(hits)) return verdict('client-no-unless-training-off', [], hits);
  if (deciding.length > 0) return verdict('client-no', deciding, hits);
  if (isPoor(grade)) return verdict('client-no', said, hits);
  if (!has(hits, ...TRAINING_ANSWERS)) return verdict('client-ask-training', [], hits);
  if (said.length > 0) return verdict('client-care', said, hits);
  return verdict(isFair(grade) ? 'client-fit' : 'client-care-unsaid', [], hits);
}

function publicVerdict(grade: Grade, said: typeof CONCERNS, hits: readonly FlagHit[]): VerdictSaid {
  if (isPoor(grade)) return verdict('public-no', said, hits);
  if (canSwitchOff(hits)) return verdict('public-training-off', [], hits);
  if (said.length > 0) return verdict('public-if', said, hits);
  return verdict(isFair(grade) ? 'public-fine' : 'public-fine-unsaid', [], hits);
}

function verdict(id: VerdictId, said: typeof CONCERNS, hits: readonly FlagHit[]): VerdictSaid {
  const flags = said.slice(0, MOST_CONCERNS).map(({ flag }) => flag);
  return { id, flags, ...(flags.includes('trains-on-content') ? { wayOut: wayOut(hits) } : {}) };
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

/** Which way out of training there is. */
function wayOut(hits: readonly FlagHit[]): WayOut {
  if (has(hits, 'training-hard-opt-out')) return 'hard';
  if (has(hits, 'training-opt-out')) return 'opt-out';
  const onPlans = hits.some(
    ({ flag, quote }) => flag === 'promise-only-on-paid-plans' && /train/i.test(quote),
  );
  return onPlans ? 'some-plans' : 'none';
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
