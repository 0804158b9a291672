import type { FlagHit, Scorecard, Topic, TopicCard } from '../../../lib/policy/types.ts';
import { TOPICS } from '../../../lib/policy/types.ts';
import { siteById } from '../../../lib/sites/index.ts';
import type { Site } from '../../../lib/sites/types.ts';
import type {
  DocumentState,
  LedgerEntry,
  Project,
  SiteReview,
  StoredChange,
} from '../../../lib/store/types.ts';
import type { SiteView } from '../../../lib/ui/view.ts';

/** Sunday 22 November 2026, noon local time: the moment all these views are drawn. */
export const NOW = new Date(2026, 10, 22, 12, 0).getTime();
export const DAY = 86_400_000;

const SILENT: TopicCard = { verdict: 'silent', flags: [] };

/** A hit with its quote; weight 3 in the privacy policy unless said otherwise. */
export function hit(
  flag: string,
  colour: 'red' | 'green',
  quote: string,
  more: Partial<FlagHit> = {},
): FlagHit {
  return { flag, colour, weight: 3, quote, document: 'privacy', start: 0, end: quote.length, ...more };
}

export const TRAINS = hit(
  'trains-on-content',
  'red',
  'We may use the images and models you upload, together with the outputs, to train and enhance our AI models.',
  { weight: 5 },
);
export const NO_TRAINING = hit(
  'no-training',
  'green',
  'Your files are never used for training without your consent.',
  { weight: 5, start: 200, end: 260 },
);
const OWNS_OUTPUT = hit('user-owns-output', 'green', 'You own what you generate.', { document: 'terms' });
export const ARBITRATION = hit('forced-arbitration', 'red', 'Disputes are settled by binding arbitration.', {
  document: 'terms',
  weight: 2,
});
const RETENTION = hit('retention-open-ended', 'red', 'We keep your data as long as we have a business need.');
const DELETION = hit('deletion-by-user', 'green', 'You can delete your models at any time.');

/** A card with these topics; every other topic is not stated. */
export function card(topics: Partial<Record<Topic, TopicCard>>, more: Partial<Scorecard> = {}): Scorecard {
  const all = Object.fromEntries(TOPICS.map((topic) => [topic, topics[topic] ?? SILENT]));
  return {
    grade: 'D',
    score: 41,
    topics: all as Scorecard['topics'],
    contradictions: [],
    unanswered: [],
    documents: ['privacy', 'terms'],
    engine: 'test',
    ...more,
  };
}

/** A card with everything in it. */
export const FULL_CARD = card(
  {
    training: { verdict: 'bad', flags: [NO_TRAINING, TRAINS] },
    retention: { verdict: 'mixed', flags: [RETENTION, DELETION] },
    licence: { verdict: 'good', flags: [OWNS_OUTPUT] },
    disputes: { verdict: 'bad', flags: [ARBITRATION] },
  },
  {
    contradictions: [{ topic: 'training', red: TRAINS, green: NO_TRAINING }],
    unanswered: [
      {
        topic: 'access',
        text: 'Who inside your company can open a private upload, and is each look logged?',
      },
      { topic: 'security', text: 'Are stored files encrypted?' },
      { topic: 'sharing', text: 'Which outside companies receive uploads, and for what?' },
    ],
  },
);

/** The catalogue's first site, under which these views are drawn. */
export const SITE = siteById('tripo') as Site;

const PRIVACY: DocumentState = {
  kind: 'privacy',
  url: 'https://www.tripo3d.ai/privacy',
  triedAt: NOW - 3 * DAY,
  readAt: NOW - 3 * DAY,
  updated: '2026-05-14',
};
const TERMS: DocumentState = {
  kind: 'terms',
  url: 'https://www.tripo3d.ai/terms',
  triedAt: NOW - 3 * DAY,
  readAt: NOW - 3 * DAY,
};

/** A review in which both documents were read three days ago. */
export function review(more: Partial<SiteReview> = {}): SiteReview {
  return {
    site: SITE.id,
    dueAt: new Date(2027, 1, 22, 9, 0).getTime(),
    usedSince: NOW - 30 * DAY,
    documents: [PRIVACY, TERMS],
    scorecard: FULL_CARD,
    ...more,
  };
}

/** Work without a name, of which nothing was said or ticked. */
export const NO_PROJECT: Project = { name: '', chosenAt: 0, ticks: {} };

/** A view of the site with a full review, nothing in the tab, nothing unread. */
export function siteView(more: Partial<SiteView> = {}): SiteView {
  return {
    kind: 'site',
    site: SITE,
    review: review(),
    changes: [],
    elsewhere: [],
    ledger: [],
    permitted: true,
    guard: 'up',
    added: false,
    privately: false,
    muted: false,
    notForClients: false,
    cadence: 'quarter',
    projects: [NO_PROJECT],
    work: 'public',
    now: NOW,
    ...more,
  };
}

/** Documents as `tried` leaves them, read or not. */
export function documents(privacy: Partial<DocumentState>, terms: Partial<DocumentState>): DocumentState[] {
  return [
    { ...PRIVACY, ...privacy },
    { ...TERMS, ...terms },
  ];
}

/** An unread change: the training red came, the training green went. */
export function change(more: Partial<StoredChange> = {}): StoredChange {
  return {
    id: 7,
    site: SITE.id,
    kind: 'privacy',
    foundAt: NOW - DAY,
    headline: 'Tripo: now trains AI on your uploads',
    read: false,
    change: {
      kind: 'text',
      clauses: {
        added: [TRAINS.quote],
        removed: [NO_TRAINING.quote],
        changed: [{ before: 'We keep files for 30 days.', after: 'We keep files as long as we need them.' }],
      },
      flagsGained: [TRAINS],
      flagsLost: [NO_TRAINING],
      scoreBefore: 68,
      scoreAfter: 41,
      announced: false,
    },
    ...more,
  };
}

const IN_TAB = { site: SITE.id, tab: 1 } as const;

/** One of everything that can stand in the ledger. Newest first. */
export const LEDGER: LedgerEntry[] = [
  {
    ...IN_TAB,
    type: 'upload',
    id: 5,
    at: NOW - 1,
    host: 'cdn.example.net',
    encrypted: false,
    outcome: 'kept',
  },
  file(4, 'IMG_2041.jpg', { outcome: 'cleaned', removed: ['location', 'device', 'thumbnail'] }),
  file(3, 'turnaround_front.png', { outcome: 'passed', status: 'clean' }),
  file(2, 'sculpt_v7.blend', { outcome: 'held', status: 'unsupported' }),
  file(1, 'broken.jpg', { outcome: 'sent-anyway', status: 'damaged', removedBytes: 0 }),
];

type FileLine = Extract<LedgerEntry, { type: 'file' }>;

function file(id: number, name: string, more: Partial<FileLine>): FileLine {
  return {
    ...IN_TAB,
    type: 'file',
    id,
    at: NOW - id,
    name,
    format: 'jpeg',
    status: 'stripped',
    size: 2_400_000,
    removedBytes: 40_000,
    removed: [],
    outcome: 'cleaned',
    ...more,
  };
}
