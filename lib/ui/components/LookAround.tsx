import { t } from '../../i18n.ts';
import { TOPICS } from '../../policy/types.ts';
import { quoteLink } from '../text-fragment.ts';
import type { Found, PolicyLink } from '../view.ts';
import { documentName } from '../words/topics.ts';
import { verdictOf } from '../words/verdict.ts';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';
import { TopicRow } from './TopicRow.tsx';

/** What a look at a page that nobody has read before came to. */
export function LookAround({ found, onLook }: { found?: Found; onLook(): void }) {
  return (
    <section aria-labelledby="look">
      <h2 id="look">{t('look_title')}</h2>
      <div role="status">{found && <Outcome found={found} />}</div>
      {found?.kind !== 'scored' && (
        <>
          {!found && <p class="soft">{t('look_text')}</p>}
          <button type="button" class="plain" aria-disabled={found?.kind === 'busy'} onClick={onLook}>
            {t(found && found.kind !== 'busy' ? 'look_again' : 'look_button')}
          </button>
        </>
      )}
    </section>
  );
}

function Outcome({ found }: { found: Found }) {
  switch (found.kind) {
    case 'busy':
      return <p class="soft">{t('look_busy')}</p>;
    case 'closed':
      return (
        <Notice tone="mixed" icon="mixed" title={t('look_closed_title')}>
          {t('look_closed_text')}
        </Notice>
      );
    case 'nothing':
      return (
        <Notice tone="quiet" icon="silent" title={t('look_nothing_title')}>
          {t('look_nothing_text')}
        </Notice>
      );
    case 'links':
      return (
        <Notice tone="quiet" icon="silent" title={t('look_links_title')}>
          <p>{t('look_links_text')}</p>
          <Links links={found.more} />
        </Notice>
      );
    case 'scored':
      return <Scored found={found} />;
  }
}

/** Worst first would hide what is not said: the topics stand in their usual order. */
function Scored({ found: { card, sources, more } }: { found: Extract<Found, { kind: 'scored' }> }) {
  const said = TOPICS.filter((topic) => verdictOf(card, topic) !== 'silent').length;
  return (
    <>
      <p class="soft">{said > 0 ? t('look_scored') : t('look_scored_silent')}</p>
      <div class="topics">
        {TOPICS.map((topic) => (
          <TopicRow key={topic} topic={topic} scorecard={card} sources={sources} />
        ))}
      </div>
      {more.length > 0 && (
        <>
          <p class="soft">{t('look_more')}</p>
          <Links links={more} />
        </>
      )}
    </>
  );
}

function Links({ links }: { links: readonly PolicyLink[] }) {
  return (
    <ul class="documents">
      {links.map(({ kind, url }) => (
        <li key={url}>
          <OutLink href={quoteLink(url, '')}>{documentName(kind)}</OutLink>
          <p class="soft address">{url.replace(/^https:\/\//, '')}</p>
        </li>
      ))}
    </ul>
  );
}
