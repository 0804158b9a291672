import { t } from '../../i18n.ts';
import type { Site } from '../../sites/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { documentName } from '../words/topics.ts';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

type Props = { site: Site; started: boolean; guarded: boolean };

/** A site we know whose policies have not been read so far. */
export function Waiting({ site, started, guarded }: Props) {
  return (
    <Notice tone="quiet" icon="silent" title={started ? t('waiting_reading') : t('waiting_unread')}>
      <p>
        {started ? t('waiting_soon') : t('waiting_check')} {guarded && t('waiting_cleaned')}
      </p>
      <ul class="documents">
        {site.policies.map(({ kind, url }) => (
          <li key={url}>
            <OutLink href={quoteLink(url, '')}>{documentName(kind)}</OutLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
