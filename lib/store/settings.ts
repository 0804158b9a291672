import { database, withDatabase } from './database.ts';
import type { Settings } from './types.ts';

/** There is one set of settings. */
export const SETTINGS_KEY = 'settings';

/** What holds until the person chooses otherwise. */
export const USUAL_SETTINGS: Settings = { cadence: 'quarter', muted: [] };

/** What the person chose. */
export function readSettings(db = database()): Promise<Settings> {
  return withDatabase(db, async (store) => (await store.get('settings', SETTINGS_KEY)) ?? USUAL_SETTINGS);
}

/** Puts settings in the place of the former ones. */
export function saveSettings(settings: Settings, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    await store.put('settings', settings, SETTINGS_KEY);
  });
}
