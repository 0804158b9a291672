import type { ComponentType } from 'preact';
import type { MessageKey } from '../../i18n.ts';
import type { Around } from './around.ts';
import type { NavIconName } from './shell/NavIcon.tsx';

/** What every page of the dashboard is given. `path`: what stands behind its name in the address, `#/changes/17` -> `['17']`. */
export type PageProps = { path: readonly string[]; around: Around };

/** A page of the dashboard, at `dashboard.html#/<id>`. Its code is loaded when it is opened. */
export type DashboardPage = {
  id: string;
  name: MessageKey;
  icon: NavIconName;
  /** Which part of the navigation it stands in. */
  group: 'terms' | 'files' | 'own';
  load(): Promise<{ default: ComponentType<PageProps> }>;
};

/** Every page, in the order of the navigation. The first is the one that opens. */
export const PAGES: readonly DashboardPage[] = [
  {
    id: 'platforms',
    name: 'dash_platforms',
    icon: 'shield',
    group: 'terms',
    load: () => import('./platforms/PlatformsPage.tsx'),
  },
  {
    id: 'changes',
    name: 'dash_changes',
    icon: 'bell',
    group: 'terms',
    load: () => import('./changes/ChangesPage.tsx'),
  },
  {
    id: 'sites',
    name: 'dash_sites',
    icon: 'globe',
    group: 'terms',
    load: () => import('./sites/SitesPage.tsx'),
  },
  {
    id: 'uploads',
    name: 'dash_uploads',
    icon: 'upload',
    group: 'files',
    load: () => import('./uploads/UploadsPage.tsx'),
  },
];
