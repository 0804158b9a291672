import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { findFlags } from '../flags/find.ts';
import { engineVersion } from '../rules/version.ts';
import {
  type CardReading,
  type Contradiction,
  type DocumentKind,
  type FlagHit,
  type FlagRule,
  type PolicyText,
  type Question,
  type Scorecard,
  TOPICS,
  type Topic,
  type TopicCard,
  type WorkKind,
} from '../types.ts';
import {
  bounded,
  factorOf,
  gradeOf,
  POINTS_PER_QUESTION,
  pointsOf,
  START_SCORE,
  trainingCap,
} from './arithmetic.ts';
import { contradictionsIn } from './contradictions.ts';
import { QUESTION_COUNT, unansweredBy } from './questions.ts';
import { verdictFor, verdictText } from './verdict.ts';

export type ReadDocument = { kind: DocumentKind; text: PolicyText };

/**
 * Reads a service's documents and scores what they say.
 * @param documents those that could be read; with none of them there is no grade.
 * @param rules the rules to look for, as `withChoices` gives them; those of `rules/flags` when left out.
 * @returns the card, with the version of the engine and these rules: a card of another version is to be made anew. The same documents give the same card, whatever the order of their sentences.
 * @throws RuleError if a phrase of `rules` is not in the language of rules/README.md.
 */
export function scoreDocuments(
  documents: readonly ReadDocument[],
  rules: readonly FlagRule[] = FLAG_RULES,
): Scorecard {
  const hits = documents.flatMap(({ kind, text }) => findFlags(text, kind, rules));
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  return scoreHits(hits, kinds, rules);
}

/** Scores flags already found in the documents named by `kinds`. */
export function scoreHits(
  hits: readonly FlagHit[],
  kinds: DocumentKind[],
  rules: readonly FlagRule[] = FLAG_RULES,
): Scorecard {
  const off = new Set(rules.filter((rule) => rule.off).map(({ flag }) => flag));
  const counted = hits.filter(({ flag }) => !off.has(flag));
  const contradictions = contradictionsIn(counted, rules);
  const unanswered = unansweredBy(hits);
  const read = kinds.length > 0;
  const found = { hits: counted, contradictions, unanswered, read, topics: topicsOf(rules) };
  const readings = { public: readFor('public', found), client: readFor('client', found) };
  const { verdict, said, ...own } = readings.public;
  return {
    ...own,
    openness: read ? bounded((100 * (QUESTION_COUNT - unanswered.length)) / QUESTION_COUNT) : null,
    topics: topicCards(counted, contradictions, rules),
    contradictions,
    unanswered,
    readings,
    documents: kinds,
    engine: engineVersion(rules),
  };
}

type Found = {
  hits: readonly FlagHit[];
  contradictions: readonly Contradiction[];
  unanswered: readonly Question[];
  read: boolean;
  topics: ReadonlyMap<string, Topic>;
};

/** What was found, weighed for one kind of work. */
function readFor(work: WorkKind, { hits, contradictions, unanswered, read, topics }: Found): CardReading {
  const points = pointsOf(hits, contradictions, (flag) => factorOf(topics.get(flag), work));
  const quality = START_SCORE + points.reduce((sum, point) => sum + point.points, 0);
  const cap = trainingCap(hits, work);
  const score = Math.min(bounded(quality - unanswered.length * POINTS_PER_QUESTION), cap ?? 100);
  const grade = read ? gradeOf(score) : null;
  const said = verdictFor(work, grade, hits);
  return {
    grade,
    score: read ? score : null,
    quality: read ? bounded(quality) : null,
    points,
    ...(cap === undefined ? {} : { cappedAt: cap }),
    verdict: verdictText(said),
    said,
  };
}

function topicsOf(rules: readonly FlagRule[]): ReadonlyMap<string, Topic> {
  return new Map(rules.map(({ flag, topic }) => [flag, topic]));
}

function topicCards(
  hits: readonly FlagHit[],
  contradictions: readonly Contradiction[],
  rules: readonly FlagRule[],
): Record<Topic, TopicCard> {
  const topicOf = topicsOf(rules);
  const takenBack = new Set(contradictions.map(({ green }) => green.flag));
  const cards = TOPICS.map((topic) => {
    const flags = hits.filter(({ flag }) => topicOf.get(flag) === topic);
    return [topic, { verdict: verdictOf(flags, takenBack), flags }];
  });
  return Object.fromEntries(cards);
}

/** A promise that is taken back elsewhere no longer makes a topic good. */
function verdictOf(flags: FlagHit[], takenBack: Set<string>): TopicCard['verdict'] {
  const good = flags.some(({ flag, colour }) => colour === 'green' && !takenBack.has(flag));
  const bad = flags.some(({ flag, colour }) => colour === 'red' || takenBack.has(flag));
  if (good) return bad ? 'mixed' : 'good';
  return bad ? 'bad' : 'silent';
}
