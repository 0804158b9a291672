import type { State } from '../state.ts';
import { DASHBOARD } from './dashboard.ts';
import { DASHBOARD_OWN } from './dashboard-own.ts';
import { IN_PAGE } from './in-page.ts';
import { POPUP } from './popup.ts';
import { WELCOME } from './welcome.ts';

/** Every state of every page: a new page adds its own list here. */
export const STATES: readonly State[] = [...POPUP, ...DASHBOARD, ...DASHBOARD_OWN, ...WELCOME, ...IN_PAGE];
