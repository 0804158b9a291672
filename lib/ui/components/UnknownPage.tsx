import { formatNumber, t } from '../../i18n.ts';
import type { Actions, UnknownView } from '../view.ts';
import { listOf } from '../words/lists.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { Hero } from './Hero.tsx';
import { Notice } from './Notice.tsx';

/** A long catalogue is not read in a popup. */
const MOST_NAMED = 12;

/** The popup on a page that is in no way guarded. It says so: nothing is worse than a false feeling of safety. */
export function UnknownPage({ view, actions }: { view: UnknownView; actions: Actions }) {
  return (
    <main>
      <Hero name={view.host ?? t('unknown_page')} line={t('unknown_line')} />
      <Notice tone="quiet" icon="silent" title={t('unknown_title')}>
        <p>{t('unknown_text')}</p>
      </Notice>
      <section aria-labelledby="known">
        <h2 id="known">{t('unknown_known')}</h2>
        <p>{someOf(view.known)}</p>
      </section>
      <Elsewhere changes={view.elsewhere} onRead={(change) => actions.markRead([change])} />
    </main>
  );
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return listOf(rest > 1 ? [...names.slice(0, MOST_NAMED), t('unknown_more', formatNumber(rest))] : names);
}
