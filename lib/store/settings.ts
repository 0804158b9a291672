import { database, withDatabase } from './database.ts';
import type { Settings } from './types.ts';
import { SETTINGS_KEY, USUAL_SETTINGS } from './usual.ts';

export { USUAL_FILES, USUAL_SETTINGS } from './usual.ts';

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
