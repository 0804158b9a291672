import { t } from '../../i18n.ts';
import type { DocumentState, ReadFailure } from '../../store/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { ageOf, dateOf, dateOfDay } from '../words/dates.ts';
import { failureWords } from '../words/failures.ts';
import { documentName } from '../words/topics.ts';
import { OutLink } from './OutLink.tsx';

/** Each document: where it is, when it was last read, its own date, and why not when it could not be read. */
export function DocumentList({ documents, now }: { documents: readonly DocumentState[]; now: number }) {
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t('documents_title')}</h2>
      <ul class="documents">
        {documents.map((document) => (
          <li key={document.url}>
            <OutLink href={quoteLink(document.url, '')}>{documentName(document.kind)}</OutLink>
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
      {t('documents_moved')}{' '}
      {addresses.map((address) => (
        <OutLink key={address} href={quoteLink(address, '')}>
          {address.replace('https://', '')}{' '}
        </OutLink>
      ))}
    </p>
  );
}

function reading({ readAt, updated, since }: DocumentState, now: number): string {
  if (readAt === undefined) return t('documents_never');
  const unchanged = since !== undefined && since < readAt;
  return [
    t('documents_read', ageOf(readAt, now)),
    unchanged ? t('documents_unchanged', dateOf(since)) : '',
    updated ? t('documents_dated', dateOfDay(updated)) : t('documents_undated'),
  ]
    .filter(Boolean)
    .join(' ');
}

function trouble({ triedAt }: DocumentState, failure: ReadFailure, now: number): string {
  const why = failureWords(failure);
  return triedAt === undefined ? why : `${why} ${t('documents_tried', ageOf(triedAt, now))}`;
}
