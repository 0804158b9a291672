import { t } from '../../i18n.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { quoteLink } from '../text-fragment.ts';
import type { Actions, KnownView } from '../view.ts';
import { DueReminders } from './DueReminders.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { Hero } from './Hero.tsx';
import { SeenMark } from './KnownFacts.tsx';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

/** A site of the catalogue that is not guarded: a lookalike, a service that has ended, or one that takes no files. */
export function KnownPage({ view, actions }: { view: KnownView; actions: Actions }) {
  const { site, host } = view;
  return (
    <main>
      <Hero name={host} line={lineOf(view)} warning={site.status === 'lookalike'} />
      {site.status === 'lookalike' && <Lookalike view={view} />}
      {site.status === 'retired' && (
        <Notice tone="mixed" icon="mixed" title={t('known_retired_title')}>
          <Note view={view} />
          <p>{t('known_retired_text')}</p>
        </Notice>
      )}
      {site.status !== 'lookalike' && site.status !== 'retired' && (
        <Notice tone="quiet" icon="silent" title={t('known_text_title')}>
          <p>{t('known_text_text')}</p>
        </Notice>
      )}
      <DueReminders due={view.due} />
      <Elsewhere changes={view.elsewhere} onRead={(change) => actions.markRead([change])} />
      <p class="foot">
        <a href={dashboardAddress(`sites/${site.id}`)} target="_blank" rel="noopener noreferrer">
          {t('known_more')}
          <span class="sr"> {t('link_new_tab')}</span>
        </a>
      </p>
    </main>
  );
}

function lineOf({ site }: KnownView): string {
  if (site.status === 'lookalike') return t('known_lookalike_line', site.imitates?.name ?? site.name);
  return t(site.status === 'retired' ? 'known_retired_line' : 'known_text_line', site.name);
}

/** Whose name it bears, who runs it, and the way to the real one. */
function Lookalike({ view }: { view: KnownView }) {
  const { site, real } = view;
  const { name = site.name, vendor } = site.imitates ?? {};
  return (
    <Notice tone="bad" icon="bad" title={t('known_lookalike_title')}>
      <p>
        {vendor && vendor !== name
          ? t('known_lookalike_vendor', name, vendor)
          : t('known_lookalike_text', name)}
      </p>
      <Note view={view} />
      <p>{t('known_lookalike_files')}</p>
      {real && <OutLink href={quoteLink(real.home, '')}>{t('known_lookalike_real', real.name)}</OutLink>}
    </Notice>
  );
}

function Note({ view: { site } }: { view: KnownView }) {
  if (!site.note) return null;
  return (
    <p>
      <span lang="en" dir="ltr">
        {site.note.text}
      </span>{' '}
      <SeenMark seen={site.note.seen} />
    </p>
  );
}
