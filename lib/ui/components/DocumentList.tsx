import type { DocumentState } from '../../store/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { ageOf, dateOfDay } from '../words/dates.ts';
import { FAILURE_WORDS } from '../words/failures.ts';
import { capital } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
import { OutLink } from './OutLink.tsx';

/** Each document: where it is, when it was last read, its own date, and why not when it could not be read. */
export function DocumentList({ documents, now }: { documents: readonly DocumentState[]; now: number }) {
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">What we read</h2>
      <ul class="documents">
        {documents.map((document) => (
          <li key={document.url}>
            <OutLink href={quoteLink(document.url, '')}>{capital(DOCUMENT_WORDS[document.kind])}</OutLink>
            <p class="soft">{reading(document, now)}</p>
            {document.failure && <p class="problem">{trouble(document, document.failure, now)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function reading({ readAt, updated }: DocumentState, now: number): string {
  const read = readAt === undefined ? 'Never read.' : `Last read ${ageOf(readAt, now)}.`;
  const own = updated ? `Dated ${dateOfDay(updated)} by the site.` : 'The document shows no date of its own.';
  return readAt === undefined ? read : `${read} ${own}`;
}

function trouble({ triedAt }: DocumentState, failure: keyof typeof FAILURE_WORDS, now: number): string {
  const when = triedAt === undefined ? '' : ` Last tried ${ageOf(triedAt, now)}.`;
  return FAILURE_WORDS[failure] + when;
}
