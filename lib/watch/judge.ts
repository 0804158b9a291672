import type { PolicyChange, PolicyText } from '../policy/types.ts';
import type { DocumentState, Doubt, ReadFailure, Snapshot, Validators } from '../store/types.ts';
import type { PolicyEngine } from './deps.ts';
import { hasStayed, seenAgain } from './doubt.ts';
import type { Failed, Unchanged } from './fetch-policy.ts';

type Read = { ok: true; text: PolicyText; html: string; validators?: Validators };

/** What fetching and extracting a document came to. */
export type Reading = Read | Unchanged | Failed;

/**
 * What a look at one document means. `snapshot` is what is to be stored (with `id`: in the place of the stored one); `text` is the
 * version that counts from now on, undefined when the document was never read; `change` is there when the person is to be told.
 */
export type Verdict = {
  failure?: ReadFailure;
  /** How long the server asks to be left alone, in ms. */
  retryAfter?: number;
  /** What is to be remembered of a text that is not believed yet. */
  doubt?: Doubt;
  snapshot?: Snapshot;
  text?: PolicyText;
  change?: PolicyChange;
};

/** Which document of which site is looked at, when, and what we had of it. */
export type Look = { site: string; document: DocumentState; before: Snapshot | undefined; now: number };

/**
 * Compares what was read with what we had. The person is told of every change of the text itself, whether a rule knows its words
 * or not: it is what they agreed to. They are not told of another date, of another layout, nor of a page that lost so much that it
 * cannot be the whole policy: that one counts as not read, and what we had stays, unless it comes back the same again and again.
 */
export async function judge(look: Look, reading: Reading, engine: PolicyEngine): Promise<Verdict> {
  const { before, document, now } = look;
  if (!reading.ok) return { failure: reading.reason, retryAfter: reading.retryAfter, text: before?.text };
  if ('unchanged' in reading) return before ? unchanged(before, now) : { failure: 'http-error' };
  const { text } = reading;
  const version = await newVersion(look, reading, engine);
  if (!before) return { text, snapshot: version };
  if (version.hash === before.hash) return stillStands(before, version);
  const change = engine.comparePolicies(before.text, text, document.kind);
  switch (change.kind) {
    case 'unreadable':
      return secondLook(look, before, version, engine, change.other);
    case 'text':
      return { text, snapshot: version, change };
    default:
      return stillStands(before, version);
  }
}

/** Without its validators: the next look reads the page itself, so that a server that errs here hides a change once at most. */
function unchanged({ validators: _, ...before }: Snapshot, now: number): Verdict {
  return { text: before.text, snapshot: { ...before, lastSeen: now } };
}

/** The stored version seen once more. Its words are taken from the page of today, so that quotes and date are today's. */
function stillStands({ id, firstSeen }: Snapshot, version: Snapshot): Verdict {
  return { text: version.text, snapshot: { ...version, id, firstSeen } };
}

/** A text cut down is the policy when it has stayed. Nothing else that cannot be read becomes one by staying. */
function secondLook(
  look: Look,
  before: Snapshot,
  version: Snapshot,
  engine: PolicyEngine,
  other?: boolean,
): Verdict {
  const { document, now } = look;
  const doubt = seenAgain(document.doubt, version.hash, now);
  if (hasStayed(doubt, now)) {
    const change = engine.comparePolicies(before.text, version.text, document.kind, { settled: true });
    if (change.kind === 'text') return { text: version.text, snapshot: version, change };
  }
  return { failure: other ? 'other-document' : 'not-a-policy', text: before.text, doubt };
}

async function newVersion(
  look: Look,
  { text, html, validators }: Read,
  engine: PolicyEngine,
): Promise<Snapshot> {
  const { site, document, now } = look;
  const { kind, url } = document;
  const hash = await hashOf(text, engine);
  const seen = { firstSeen: now, lastSeen: now };
  return { site, kind, url, hash, text, html, validators, engine: engine.ENGINE, ...seen };
}

/**
 * The snapshot as today's engine reads its page. Compared with one that an older engine read, an unchanged page could look
 * changed. Without a page, or when today's engine sees no policy on it, it stays what it was.
 */
export async function readAgain(snapshot: Snapshot, engine: PolicyEngine): Promise<Snapshot> {
  if (snapshot.engine === engine.ENGINE || snapshot.html === undefined) return snapshot;
  const extraction = engine.extractPolicy(snapshot.html, snapshot.url);
  if (!extraction.ok) return snapshot;
  const { text } = extraction;
  return { ...snapshot, text, hash: await hashOf(text, engine), engine: engine.ENGINE };
}

/** What tells a text from others: SHA-256 of its fingerprint, as hexadecimal digits. */
export async function hashOf(text: PolicyText, engine: PolicyEngine): Promise<string> {
  const bytes = new TextEncoder().encode(engine.fingerprint(text));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
