import type { PolicyChange, PolicyText } from '../policy/types.ts';
import type { DocumentState, ReadFailure, Snapshot } from '../store/types.ts';
import type { PolicyEngine } from './deps.ts';

/** What fetching and extracting a document came to. */
export type Reading = { ok: true; text: PolicyText; html: string } | { ok: false; reason: ReadFailure };

/**
 * What a look at one document means. `snapshot` is what is to be stored (with `id`: in the place of the stored one); `text` is the
 * version that counts from now on, undefined when the document was never read; `change` is there when the person is to be told.
 */
export type Verdict = {
  failure?: ReadFailure;
  snapshot?: Snapshot;
  text?: PolicyText;
  change?: PolicyChange;
};

/** Which document of which site is looked at, when, and what we had of it. */
type Look = { site: string; document: DocumentState; before: Snapshot | undefined; now: number };

/**
 * Compares what was read with what we had. The person is told of every change of the text itself, whether a rule knows its words
 * or not: it is what they agreed to. They are not told of another date, of another layout, nor of a page that lost so much that it
 * cannot be the whole policy: that one counts as not read, and what we had stays.
 */
export async function judge(look: Look, reading: Reading, engine: PolicyEngine): Promise<Verdict> {
  const { before } = look;
  if (!reading.ok) return { failure: reading.reason, text: before?.text };
  const { text } = reading;
  const version = await newVersion(look, reading, engine);
  if (!before) return { text, snapshot: version };
  if (version.hash === before.hash) return stillStands(before, version);
  const change = engine.comparePolicies(before.text, text, look.document.kind);
  switch (change.kind) {
    case 'unreadable':
      return { failure: 'not-a-policy', text: before.text };
    case 'text':
      return { text, snapshot: version, change };
    default:
      return stillStands(before, version);
  }
}

/** The stored version seen once more. Its words are taken from the page of today, so that quotes and date are today's. */
function stillStands({ id, firstSeen }: Snapshot, version: Snapshot): Verdict {
  return { text: version.text, snapshot: { ...version, id, firstSeen } };
}

type Read = { text: PolicyText; html: string };

async function newVersion(look: Look, { text, html }: Read, engine: PolicyEngine): Promise<Snapshot> {
  const { site, document, now } = look;
  const { kind, url } = document;
  const hash = await hashOf(text, engine);
  return { site, kind, url, hash, text, html, engine: engine.ENGINE, firstSeen: now, lastSeen: now };
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
async function hashOf(text: PolicyText, engine: PolicyEngine): Promise<string> {
  const bytes = new TextEncoder().encode(engine.fingerprint(text));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
