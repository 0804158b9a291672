import type { DocumentState } from '../../store/types.ts';
import { lastRead, type Reading } from '../reading.ts';
import { ageOf } from '../words/dates.ts';
import { FAILURE_WORDS } from '../words/failures.ts';
import { capital, listOf } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
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
  const why = new Set(documents.flatMap(({ failure }) => (failure ? FAILURE_WORDS[failure] : [])));
  return (
    <Notice
      tone="mixed"
      icon="mixed"
      title={
        read === undefined
          ? 'This is an older reading'
          : `This reading is from ${ageOf(read, now).replace(/^on /, '')}`
      }
    >
      <p>
        The latest attempt to read the {namesOf(documents)} failed. {[...why].join(' ')}
      </p>
    </Notice>
  );
}

type OneOnlyProps = { read?: keyof typeof DOCUMENT_WORDS; missing: DocumentState[] };

function OneOnly({ read, missing }: OneOnlyProps) {
  if (!read) return null;
  const [other] = missing;
  return (
    <Notice tone="quiet" icon="silent" title={`Only the ${DOCUMENT_WORDS[read]} was read`}>
      <p>
        {other?.failure
          ? `${capital(DOCUMENT_WORDS[other.kind])}: ${FAILURE_WORDS[other.failure]}`
          : 'The grade does not cover the other document.'}
      </p>
    </Notice>
  );
}

function namesOf(documents: DocumentState[]): string {
  return listOf(documents.map(({ kind }) => DOCUMENT_WORDS[kind]));
}
