import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { PAGES } from '../pages.ts';
import { type Route, routeOf } from '../route.ts';
import { onStored } from '../stored.ts';
import { type Counts, readCounts } from './counts.ts';
import { NavIcon } from './NavIcon.tsx';
import { Navigation } from './Navigation.tsx';
import { PageFrame } from './PageFrame.tsx';

/** The whole dashboard: the navigation and the page that the address names. */
export function Shell({ around }: { around: Around }) {
  const route = useRoute();
  const counts = useCounts(around);
  const [isOpen, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { page, path } = route;
  useEffect(() => {
    document.title = `${t(page.name)} · Meshwarden`;
    setOpen(false);
  }, [page]);
  return (
    <div class={`dash ${isOpen ? 'dash-open' : ''}`}>
      {/* No link to an anchor: the part behind "#" names the page. */}
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('dash_skip')}
      </button>
      <header class="side">
        <p class="dash-brand">
          <img src="/icon/icon.svg" alt="" width="28" height="28" />
          Meshwarden
        </p>
        <button
          type="button"
          class="menu"
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => setOpen(!isOpen)}
        >
          <NavIcon name="menu" />
          {t('dash_menu')}
        </button>
        <Navigation pages={PAGES} current={page.id} counts={counts} />
      </header>
      <main ref={main} tabIndex={-1}>
        <PageFrame key={page.id} page={page} path={path} around={around} />
      </main>
    </div>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

function useCounts({ now }: Around): Counts {
  const [counts, setCounts] = useState<Counts>({});
  useEffect(() => {
    const count = () => void readCounts(now()).then(setCounts);
    count();
    return onStored(count);
  }, [now]);
  return counts;
}
