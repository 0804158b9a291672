import {
  type ChangedClause,
  type Clause,
  DOCUMENT_KINDS,
  type DocumentKind,
  type FlagHit,
  type PolicyChange,
  type PolicyText,
} from '../../policy/types.ts';
import { KEPT_SNAPSHOTS } from '../looks.ts';
import { count, list, maybe, oneOf, orNull, record, type Shape, text, upTo, yesOrNo } from '../shape.ts';
import type { DocumentState, StoredChange } from '../types.ts';

/** A version of a document in a backup: its text as JSON and its page, both gzipped and in Base64. */
export type KeptVersion = {
  kind: DocumentKind;
  url: string;
  hash: string;
  engine: string;
  firstSeen: number;
  lastSeen: number;
  packed: string;
  page?: string;
};

/** What is worth keeping of a document's state: failures and waits are of the moment. */
export type KeptDocument = Pick<DocumentState, 'kind' | 'url' | 'readAt' | 'updated' | 'since'>;
export type KeptSite = {
  site: string;
  usedSince?: number;
  pinned?: boolean;
  documents: KeptDocument[];
  versions: KeptVersion[];
  changes: Omit<StoredChange, 'id' | 'site'>[];
};

/** The longest text of one policy, in UTF-16 code units: that of the largest page that is read. */
export const LONGEST_TEXT = 3_145_728;
const MOST_CLAUSES = 100_000;
const MOST_CHANGES = 1_000;
/** Base64 of a page that nothing could be taken off. */
const LONGEST_PACKED = 6_000_000;
const name = text(200);
const address = text(2_000);
const words = text(LONGEST_TEXT);
const kind = oneOf(DOCUMENT_KINDS);

const clause = record<Clause>({
  text: words,
  heading: list(words, 100),
  start: count,
  end: count,
  leadIn: maybe(words),
  columns: maybe(words),
});

/** A policy's text, with clauses that lie inside it. */
export const policyText: Shape<PolicyText> = (value) => {
  const read = record<PolicyText>({
    plain: words,
    clauses: list(clause, MOST_CLAUSES),
    language: text(35),
    updated: maybe(text(10)),
  })(value);
  for (const { start, end } of read.clauses) upTo(read.plain.length)(Math.max(start, end));
  return read;
};

const hit = record<FlagHit>({
  flag: name,
  colour: oneOf(['red', 'green'] as const),
  weight: upTo(5),
  quote: words,
  document: kind,
  start: count,
  end: count,
});

const change = record<PolicyChange>({
  kind: oneOf(['same', 'format', 'date', 'text', 'unreadable'] as const),
  clauses: record<PolicyChange['clauses']>({
    added: list(words, MOST_CLAUSES),
    removed: list(words, MOST_CLAUSES),
    changed: list(record<ChangedClause>({ before: words, after: words }), MOST_CLAUSES),
  }),
  first: maybe(
    list(record<Partial<ChangedClause>>({ before: maybe(words), after: maybe(words) }), MOST_CLAUSES),
  ),
  flagsGained: list(hit, 1_000),
  flagsLost: list(hit, 1_000),
  scoreBefore: orNull(upTo(100)),
  scoreAfter: orNull(upTo(100)),
  other: maybe(yesOrNo),
  announced: yesOrNo,
});

/** One site that is watched: its documents, their versions and what changed. */
export const keptSite = record<KeptSite>({
  site: text(100),
  usedSince: maybe(count),
  pinned: maybe(yesOrNo),
  documents: list(
    record<KeptDocument>({
      kind,
      url: address,
      readAt: maybe(count),
      updated: maybe(text(10)),
      since: maybe(count),
    }),
    DOCUMENT_KINDS.length,
  ),
  versions: list(
    record<KeptVersion>({
      kind,
      url: address,
      hash: name,
      engine: name,
      firstSeen: count,
      lastSeen: count,
      packed: text(LONGEST_PACKED),
      page: maybe(text(LONGEST_PACKED)),
    }),
    DOCUMENT_KINDS.length * KEPT_SNAPSHOTS,
  ),
  changes: list(
    record<Omit<StoredChange, 'id' | 'site'>>({
      kind,
      foundAt: count,
      change,
      headline: text(1_000),
      read: yesOrNo,
      told: maybe(yesOrNo),
      backTo: maybe(text(10)),
    }),
    MOST_CHANGES,
  ),
});
