import { type MessageKey, t } from '../../i18n.ts';
import type { FlagHit, Grade, Scorecard, Topic, Verdict, WorkKind } from '../../policy/types.ts';
import { TOPICS } from '../../policy/types.ts';
import { saidInWords } from './said.ts';

const BY_GRADE: Record<Grade, MessageKey> = {
  A: 'verdict_fair',
  B: 'verdict_mostly_fair',
  C: 'verdict_read_first',
  D: 'verdict_risky',
  E: 'verdict_not_unreleased',
  F: 'verdict_not_unreleased',
};

const POOR: readonly (Grade | null)[] = ['D', 'E', 'F'];
/** A red of this weight decides by itself, whatever the average says. */
const DECISIVE = 5;
/** With this many topics unanswered, a fair grade says little. */
const MOSTLY_SILENT = 6;

/** The verdict in words. Never kinder than the worst thing found: a wrong green is the worst error. */
export function verdictLine(card: Scorecard, work: WorkKind = 'public'): string {
  const reading = card.readings?.[work];
  if (!reading) return verdictOfOlder(card);
  return (reading.said && saidInWords(reading.said)) ?? reading.verdict;
}

/** Cards of an older engine do not hold their verdict. */
function verdictOfOlder(card: Scorecard): string {
  if (!card.grade) return t('verdict_no_grade');
  const worst = worstFlag(card);
  if (worst && worst.weight >= DECISIVE) return decided(card);
  const fair = card.grade === 'A' || card.grade === 'B';
  if (fair && countVerdicts(card).silent >= MOSTLY_SILENT) return t('verdict_mostly_silent');
  return t(BY_GRADE[card.grade]);
}

/** Training that the person can switch off is a warning and not the end, unless something else is as bad. */
function decided(card: Scorecard): string {
  const decisive = redFlags(card).filter(({ weight }) => weight >= DECISIVE);
  const onlyTraining = decisive.every(({ flag }) => flag === 'trains-on-content');
  const canOptOut = card.topics.training.flags.some(({ flag }) => flag === 'training-opt-out');
  return onlyTraining && canOptOut && !POOR.includes(card.grade) ? t('verdict_switch_off') : t(BY_GRADE.F);
}

/** The card as it reads for one kind of work; cards of an older engine have one reading only. */
export function cardFor(card: Scorecard, work: WorkKind): Scorecard {
  const reading = card.readings?.[work];
  return reading ? { ...card, cappedAt: undefined, ...reading } : card;
}

/** The red flag that weighs most; between equals, the one of the earlier topic. */
export function worstFlag(card: Scorecard): FlagHit | undefined {
  return redFlags(card).reduce<FlagHit | undefined>(
    (worst, flag) => (worst && worst.weight >= flag.weight ? worst : flag),
    undefined,
  );
}

/** How many topics have each verdict. */
export function countVerdicts(card: Scorecard): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { good: 0, mixed: 0, bad: 0, silent: 0 };
  for (const topic of TOPICS) counts[verdictOf(card, topic)] += 1;
  return counts;
}

/** A topic that an older engine did not know counts as not stated. */
export function verdictOf(card: Scorecard, topic: Topic): Verdict {
  return card.topics[topic]?.verdict ?? 'silent';
}

function redFlags(card: Scorecard): FlagHit[] {
  return TOPICS.flatMap((topic) => card.topics[topic]?.flags ?? []).filter(({ colour }) => colour === 'red');
}
