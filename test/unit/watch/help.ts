import type { FlagHit, PolicyChange, PolicyText, Scorecard } from '../../../lib/policy/types.ts';
import { siteById } from '../../../lib/sites/index.ts';
import type { Site } from '../../../lib/sites/types.ts';
import * as store from '../../../lib/store/index.ts';
import type { Database } from '../../../lib/store/schema.ts';
import type { Fetched, Note, PolicyEngine, WatchDeps } from '../../../lib/watch/index.ts';
import { freshDatabase } from '../store/help.ts';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 10, 22, 9);

/**
 * A stand-in for the policy engine, so small that a test can see what it will say. A policy is one line of words: "bad:x" is a red
 * flag, "good:x" a green one, "dated:2026-01-01" its own date, `<...>` mere formatting; "error" is an error page,
 * "empty" one that scripts fill, and "wall ..." a text that lost too much to be believed at once ("wall forever": ever; "wall other": another kind of document).
 */
export function toyEngine(version = '1'): PolicyEngine {
  const words = ({ plain }: PolicyText) => plain.split(' ').filter((word) => !/^<|^dated:/.test(word));
  const flags = (text: PolicyText) => words(text).filter((word) => /^(bad|good):/.test(word));
  const without = (all: string[], some: string[]) => all.filter((each) => !some.includes(each)).map(asHit);
  return {
    ENGINE: version,
    extractPolicy: (html) =>
      html === 'error' || html === 'empty'
        ? { ok: false, reason: html === 'error' ? 'error-page' : 'empty' }
        : { ok: true, text: asText(html) },
    fingerprint: (text) => words(text).join(' '),
    scorePolicy: (documents) =>
      scorecard(
        version,
        documents.flatMap(({ text }) => flags(text)),
      ),
    comparePolicies: (before, after, _document, { settled } = { settled: false }) => ({
      kind: isWall(before, after, settled) ? 'unreadable' : 'text',
      ...(after.plain.startsWith('wall other') ? { other: true as const } : {}),
      clauses: { added: [], removed: [], changed: [] },
      flagsGained: without(flags(after), flags(before)),
      flagsLost: without(flags(before), flags(after)),
      scoreBefore: 50,
      scoreAfter: 50,
      announced: before.updated !== after.updated,
    }),
  };
}

function isWall(before: PolicyText, after: PolicyText, settled: boolean): boolean {
  const wall = /^wall( forever)?/.exec(after.plain);
  return wall !== null && !before.plain.startsWith('wall') && (!settled || wall[1] !== undefined);
}

function asText(html: string): PolicyText {
  const updated = /dated:(\S+)/.exec(html)?.[1];
  return { plain: html, clauses: [], language: 'en', ...(updated ? { updated } : {}) };
}

export function asHit(flag: string): FlagHit {
  const colour = flag.startsWith('bad') ? 'red' : 'green';
  return { flag, colour, weight: 3, quote: flag, document: 'privacy', start: 0, end: 1 };
}

function scorecard(engine: string, flags: string[]): Scorecard {
  const score = Math.max(0, 50 + flags.reduce((sum, flag) => sum + (flag.startsWith('good') ? 10 : -10), 0));
  const topics = {} as Scorecard['topics'];
  return { grade: 'C', score, topics, contradictions: [], unanswered: [], documents: ['privacy'], engine };
}

export function changeOf(more: Partial<PolicyChange> = {}): PolicyChange {
  return {
    kind: 'text',
    clauses: { added: [], removed: [], changed: [] },
    flagsGained: [],
    flagsLost: [],
    scoreBefore: 1,
    scoreAfter: 1,
    announced: true,
    ...more,
  };
}

/** Notifications and badge, on paper. */
export type Paper = { rung: { id: string; note: Note }[]; badge: number };

/** A world for the watch: pages by address, a clock, a store in memory, and what reached the person. */
export type World = {
  deps: WatchDeps;
  pages: Map<string, string>;
  asked: string[];
  paper: Paper;
  /** The moments at which the watch wants to be woken. */
  wakes: number[];
  at: { now: number };
  db: Promise<Database>;
};

export function world(): World {
  const db = freshDatabase();
  const pages = new Map<string, string>();
  const asked: string[] = [];
  const paper: Paper = { rung: [], badge: 0 };
  const wakes: number[] = [];
  const at = { now: START };
  const fetchPolicy = async ({ url }: { url: string }): Promise<Fetched> => {
    asked.push(url);
    const html = pages.get(url);
    return html === undefined ? { ok: false, reason: 'offline' } : { ok: true, html, url };
  };
  const deps: WatchDeps = {
    now: () => at.now,
    fetchPolicy,
    engine: toyEngine(),
    store: storeOf(db),
    bell: bellOf(paper, wakes),
    titleOf: (flag) => `Flag ${flag}`,
    exclusive: inTurn(),
  };
  return { deps, pages, asked, paper, wakes, at, db };
}

function storeOf(db: Promise<Database>): WatchDeps['store'] {
  return {
    readReview: (site) => store.readReview(site, db),
    allReviews: () => store.allReviews(db),
    saveReview: (review) => store.saveReview(review, db),
    latestSnapshot: (site, kind) => store.latestSnapshot(site, kind, db),
    snapshots: (site, kind) => store.snapshots(site, kind, db),
    readSettings: () => store.readSettings(db),
    saveLook: (look) => store.saveLook(look, db),
    unreadChanges: () => store.unreadChanges(undefined, db),
    untoldChanges: () => store.untoldChanges(db),
    markTold: (ids) => store.markTold(ids, db),
  };
}

function bellOf(paper: Paper, wakes: number[]): WatchDeps['bell'] {
  return {
    async notify(id, note) {
      paper.rung.push({ id, note });
    },
    async wakeAt(at) {
      wakes.push(at);
    },
    async count(unread) {
      paper.badge = unread;
    },
  };
}

/** One piece of work after the other, whatever its name: like the browser's locks, and a killed one lets go. */
function inTurn(): WatchDeps['exclusive'] {
  let last: Promise<unknown> = Promise.resolve();
  return (_name, work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}

export function siteOf(id: string): Site {
  const site = siteById(id);
  if (!site) throw new Error(`no site ${id}`);
  return site;
}

/** Gives both of a site's documents a text. */
export function publish({ pages }: World, site: Site, privacy: string, terms = 'terms'): void {
  for (const { kind, url } of site.policies) pages.set(url, kind === 'privacy' ? privacy : terms);
}
