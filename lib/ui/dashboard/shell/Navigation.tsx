import { t, tn } from '../../../i18n.ts';
import type { DashboardPage } from '../pages.ts';
import { addressOf } from '../route.ts';
import type { Counts } from './counts.ts';
import { NavIcon } from './NavIcon.tsx';

type Props = { pages: readonly DashboardPage[]; current: string; counts: Counts };

/** The list of pages, in its groups; the page one is on is marked, and what waits on a page is counted beside its name. */
export function Navigation({ pages, current, counts }: Props) {
  const groups = Map.groupBy(pages, ({ group }) => group);
  return (
    <nav id="navigation" aria-label={t('dash_navigation')}>
      {[...groups].map(([group, members]) => (
        <ul key={group}>
          {members.map((page) => (
            <Entry key={page.id} page={page} isCurrent={page.id === current} waiting={counts[page.id] ?? 0} />
          ))}
        </ul>
      ))}
    </nav>
  );
}

type EntryProps = { page: DashboardPage; isCurrent: boolean; waiting: number };

function Entry({ page, isCurrent, waiting }: EntryProps) {
  return (
    <li>
      <a href={addressOf(page.id)} aria-current={isCurrent ? 'page' : undefined}>
        <NavIcon name={page.icon} />
        <span class="nav-name">{t(page.name)}</span>
        {waiting > 0 && (
          <span class="nav-count">
            <span aria-hidden="true">{waiting}</span>
            <span class="sr">{tn('dash_waiting', waiting)}</span>
          </span>
        )}
      </a>
    </li>
  );
}
