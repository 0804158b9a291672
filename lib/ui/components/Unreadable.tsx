import type { DocumentState } from '../../store/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { FAILURE_WORDS } from '../words/failures.ts';
import { capital } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

type Props = { documents: readonly DocumentState[]; guarded: boolean };

/** No document could be read: no grade, the reasons, and where the person can read for themselves. */
export function Unreadable({ documents, guarded }: Props) {
  return (
    <Notice tone="quiet" icon="silent" title="No grade without reading">
      <p>Treat it as unknown: neither good nor bad.{guarded && ' Your files are still cleaned here.'}</p>
      <ul class="documents">
        {documents.map(({ kind, url, failure }) => (
          <li key={url}>
            <OutLink href={quoteLink(url, '')}>{capital(DOCUMENT_WORDS[kind])}</OutLink>
            {failure && <p class="soft">{FAILURE_WORDS[failure]}</p>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
