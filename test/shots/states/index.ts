import type { State } from '../state.ts';
import { POPUP } from './popup.ts';
import { WELCOME } from './welcome.ts';

/** Every state of every page: a new page adds its own list here. */
export const STATES: readonly State[] = [...POPUP, ...WELCOME];
