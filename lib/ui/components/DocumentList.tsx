import type { DocumentState } from '../../store/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { ageOf, dateOf, dateOfDay } from '../words/dates.ts';
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
            <MovedTo addresses={document.maybeAt ?? []} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the vendor's own home page says that a lost document is. Only a person can tell whether it is the same. */
function MovedTo({ addresses }: { addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  return (
    <p class="soft">
      It may have moved:{' '}
      {addresses.map((address) => (
        <OutLink key={address} href={quoteLink(address, '')}>
          {address.replace('https://', '')}{' '}
        </OutLink>
      ))}
    </p>
  );
}

function reading({ readAt, updated, since }: DocumentState, now: number): string {
  if (readAt === undefined) return 'Never read.';
  const own = updated ? `Dated ${dateOfDay(updated)} by the site.` : 'The document shows no date of its own.';
  const unchanged = since !== undefined && since < readAt ? ` Unchanged since ${dateOf(since)}.` : '';
  return `Last read ${ageOf(readAt, now)}.${unchanged} ${own}`;
}

function trouble({ triedAt }: DocumentState, failure: keyof typeof FAILURE_WORDS, now: number): string {
  const when = triedAt === undefined ? '' : ` Last tried ${ageOf(triedAt, now)}.`;
  return FAILURE_WORDS[failure] + when;
}
