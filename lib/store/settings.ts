import { database, withDatabase } from './database.ts';
import type { Settings, SiteMark } from './types.ts';
import { SETTINGS_KEY, USUAL_SETTINGS } from './usual.ts';

export { USUAL_FILES, USUAL_RULES, USUAL_SETTINGS } from './usual.ts';

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

/** Puts a mark on a site, or takes it off: in one transaction, so that two pages at once lose neither's word. */
export function markSite(site: string, mark: SiteMark, on: boolean, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('settings', 'readwrite');
    const settings = (await writing.store.get(SETTINGS_KEY)) ?? USUAL_SETTINGS;
    const others = settings[mark].filter((each) => each !== site);
    await writing.store.put({ ...settings, [mark]: on ? [...others, site] : others }, SETTINGS_KEY);
    await writing.done;
  });
}
