import { quoteLink } from '../text-fragment.ts';
import type { DamagedView } from '../view.ts';
import { capital } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
import { Hero } from './Hero.tsx';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

/** What was stored cannot be read. The person still gets the reason and the way to the documents. */
export function DamagedPage({ view: { site, reason } }: { view: DamagedView }) {
  return (
    <main>
      <Hero name={site?.name ?? 'Meshwarden'} line="The stored notes cannot be read" />
      <Notice tone="bad" icon="bad" title="What went wrong">
        <p>{reason}</p>
      </Notice>
      {site && (
        <section aria-labelledby="documents">
          <h2 id="documents">Read for yourself</h2>
          <ul class="documents">
            {site.policies.map(({ kind, url }) => (
              <li key={url}>
                <OutLink href={quoteLink(url, '')}>{capital(DOCUMENT_WORDS[kind])}</OutLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
