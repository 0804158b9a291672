import { t } from '../../i18n.ts';
import { quoteLink } from '../text-fragment.ts';
import type { DamagedView } from '../view.ts';
import { documentName } from '../words/topics.ts';
import { Hero } from './Hero.tsx';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

/** What was stored cannot be read. The person still gets the reason and the way to the documents. */
export function DamagedPage({ view: { site, reason } }: { view: DamagedView }) {
  return (
    <main>
      <Hero name={site?.name ?? t('name')} line={t('damaged_line')} />
      <Notice tone="bad" icon="bad" title={t('damaged_title')}>
        <p>{reason}</p>
      </Notice>
      {site && (
        <section aria-labelledby="documents">
          <h2 id="documents">{t('documents_yourself')}</h2>
          <ul class="documents">
            {site.policies.map(({ kind, url }) => (
              <li key={url}>
                <OutLink href={quoteLink(url, '')}>{documentName(kind)}</OutLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
