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
    id: 'rules',
    name: 'dash_rules',
    icon: 'list',
    group: 'terms',
    load: () => import('./rules/RulesPage.tsx'),
  },
  {
    id: 'uploads',
    name: 'dash_uploads',
    icon: 'upload',
    group: 'files',
    load: () => import('./uploads/UploadsPage.tsx'),
  },
  {
    id: 'clean',
    name: 'dash_clean',
    icon: 'broom',
    group: 'files',
    load: () => import('./clean/CleanPage.tsx'),
  },
  {
    id: 'settings',
    name: 'dash_settings',
    icon: 'sliders',
    group: 'own',
    load: () => import('./settings/SettingsPage.tsx'),
  },
  { id: 'data', name: 'dash_data', icon: 'box', group: 'own', load: () => import('./data/DataPage.tsx') },
  {
    id: 'about',
    name: 'dash_about',
    icon: 'info',
    group: 'own',
    load: () => import('./about/AboutPage.tsx'),
  },
];
