import { t } from '../../i18n.ts';
import type { DocumentKind } from '../../policy/types.ts';
import type { DocumentState } from '../../store/types.ts';
import { lastRead, type Reading } from '../reading.ts';
import { ageOf } from '../words/dates.ts';
import { failureWords } from '../words/failures.ts';
import { listOf } from '../words/lists.ts';
import { documentName } from '../words/topics.ts';
import { Notice } from './Notice.tsx';

/** What a person must know before trusting the grade: half the documents missing, or an old reading. */
export function ReadingNotices({
  reading,
  now,
}: {
  reading: Extract<Reading, { kind: 'scored' }>;
  now: number;
}) {
  const { card, missing, stale } = reading;
  return (
    <>
      {stale.length > 0 && <Stale documents={stale} now={now} />}
      {card.documents.length === 1 && <OneOnly read={card.documents[0]} missing={missing} />}
    </>
  );
}

function Stale({ documents, now }: { documents: DocumentState[]; now: number }) {
  const read = lastRead(documents);
  const why = new Set(documents.flatMap(({ failure }) => (failure ? failureWords(failure) : [])));
  return (
    <Notice
      tone="mixed"
      icon="mixed"
      title={read === undefined ? t('reading_stale') : t('reading_stale_since', ageOf(read, now))}
    >
      <p>
        {t('reading_stale_which', listOf(documents.map(({ kind }) => documentName(kind))))}{' '}
        {[...why].join(' ')}
      </p>
    </Notice>
  );
}

type OneOnlyProps = { read?: DocumentKind; missing: DocumentState[] };

function OneOnly({ read, missing }: OneOnlyProps) {
  if (!read) return null;
  const [other] = missing;
  return (
    <Notice tone="quiet" icon="silent" title={t(`reading_only_${read}`)}>
      <p>
        {other?.failure
          ? `${documentName(other.kind)}: ${failureWords(other.failure)}`
          : t('reading_only_half')}
      </p>
    </Notice>
  );
}
