import type { DashboardPage } from './pages.ts';
import { PAGES } from './pages.ts';

/** Where in the dashboard somebody is. */
export type Route = { page: DashboardPage; path: string[] };

/** The page that an address names ("#/changes/17"); the first page when it names none that there is. */
export function routeOf(hash: string, pages: readonly DashboardPage[] = PAGES): Route {
  const [id, ...path] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  const page = pages.find((each) => each.id === id);
  const first = pages[0];
  if (!first) throw new Error('the dashboard has no pages');
  return page ? { page, path: path.filter(Boolean) } : { page: first, path: [] };
}

/** The address of a page of the dashboard: `addressOf('changes', 17)` is "#/changes/17". */
export function addressOf(page: string, ...path: (string | number)[]): string {
  return `#/${[page, ...path].map((part) => encodeURIComponent(part)).join('/')}`;
}

/** Somebody may have typed the address: a stray "%" is no reason to show nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
