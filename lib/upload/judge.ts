import type { FileOutcome } from './types.ts';
import { isClean, isInside, type Vetted } from './vet.ts';
import type { Reason } from './wire.ts';

/** The person's word on files that could not be cleaned. */
export type Word = 'keep' | 'send' | 'redraw';
/** The person's word on private data in bytes that the page sends. */
export type BytesWord = 'keep' | 'send' | 'clean';

/** What is done with a vetted file: it goes as it is, its clean copy goes, the person is asked, or it goes nowhere. */
export type Verdict = 'pass' | 'clean' | 'ask-file' | 'ask-bytes' | 'drop';

/**
 * What a person chose is given on only when it is known to be clean. What the page itself sends is mostly its own (pictures that it drew,
 * parts of files, data of its programs), so there only what is found counts. Bytes the page has already seen: nobody changes them
 * unasked.
 */
export function judge(result: Vetted, reason: Reason): Verdict {
  if (reason === 'chosen') return isClean(result) ? copyOf(result) : 'ask-file';
  const isSound = isLookedAt(result) && !result.redraw;
  if (isSound && !holdsPrivate(result)) return 'pass';
  if (reason === 'late') return 'drop';
  if (reason === 'bytes' && isSound) return 'ask-bytes';
  return isSound && result.status === 'stripped' ? 'clean' : 'ask-file';
}

function copyOf({ status }: Vetted): Verdict {
  return status === 'stripped' ? 'clean' : 'pass';
}

/** A file whose vetting has failed has no format. */
function isLookedAt({ status, format }: Vetted): boolean {
  return status !== 'damaged' || format !== 'unknown';
}

/** Nothing that tells of anybody is what the browsers' own encoders write: a colour profile with a name. */
function holdsPrivate({ status, findings }: Vetted): boolean {
  const tells = findings.some((finding) => isInside(finding) && finding.kind !== 'other');
  return tells && (status === 'stripped' || status === 'damaged');
}

/** The verdict once the person has said their word on it. */
export type Final = 'pass' | 'clean' | 'drop';

/** `result` is the one after the word: a picture may have been drawn anew by it. */
export function settle(verdict: Verdict, result: Vetted, aboutFiles: Word, aboutBytes: BytesWord): Final {
  if (verdict === 'ask-file') return isClean(result) || aboutFiles === 'send' ? 'clean' : 'drop';
  if (verdict !== 'ask-bytes') return verdict;
  return aboutBytes === 'send' ? 'pass' : aboutBytes === 'clean' ? 'clean' : 'drop';
}

/** How that is told. */
export function outcomeOf(result: Vetted, verdict: Verdict, final: Final): FileOutcome {
  if (final === 'drop') return 'held';
  if (verdict === 'ask-file') return isClean(result) ? 'cleaned' : 'sent-anyway';
  if (final === 'clean') return 'cleaned';
  return verdict === 'ask-bytes' ? 'sent-anyway' : 'passed';
}
