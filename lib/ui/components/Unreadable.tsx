import { t } from '../../i18n.ts';
import type { DocumentState } from '../../store/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { failureWords } from '../words/failures.ts';
import { documentName } from '../words/topics.ts';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

type Props = { documents: readonly DocumentState[]; guarded: boolean };

/** No document could be read: no grade, the reasons, and where the person can read for themselves. */
export function Unreadable({ documents, guarded }: Props) {
  return (
    <Notice tone="quiet" icon="silent" title={t('unreadable_title')}>
      <p>
        {t('unreadable_text')} {guarded && t('unreadable_cleaned')}
      </p>
      <ul class="documents">
        {documents.map(({ kind, url, failure }) => (
          <li key={url}>
            <OutLink href={quoteLink(url, '')}>{documentName(kind)}</OutLink>
            {failure && <p class="soft">{failureWords(failure)}</p>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
