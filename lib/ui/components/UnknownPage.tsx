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
      <Hero name={view.host ?? 'This page'} line="Meshwarden does not guard this page" />
      <Notice tone="quiet" icon="silent" title="Files you upload here go out as they are">
        <p>Nothing is taken out of them, and nobody has read this site’s terms for you.</p>
      </Notice>
      <section aria-labelledby="known">
        <h2 id="known">Sites it guards</h2>
        <p>{someOf(view.known)}.</p>
      </section>
      <Elsewhere changes={view.elsewhere} onRead={(change) => actions.markRead([change])} />
    </main>
  );
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return listOf(rest > 1 ? [...names.slice(0, MOST_NAMED), `${rest} more`] : names);
}
