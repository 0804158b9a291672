import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../lib/store/database.ts';
import { MIGRATIONS } from '../../../lib/store/migrations.ts';
import { StoreProblem, storeProblem } from '../../../lib/store/problem.ts';
import { readReview, saveReview } from '../../../lib/store/reviews.ts';
import { readSettings, saveSettings } from '../../../lib/store/settings.ts';
import { SETTINGS_KEY, USUAL_FILES, USUAL_RULES, USUAL_SETTINGS } from '../../../lib/store/usual.ts';
import { freshDatabase, freshIndexedDb, reviewOf } from './help.ts';

const later = [...MIGRATIONS, () => {}];

describe('the database', () => {
  beforeEach(freshIndexedDb);

  it('starts with its stores', async () => {
    const db = await openDatabase();
    expect([...db.objectStoreNames]).toEqual([
      'added',
      'changes',
      'ledger',
      'projects',
      'reminders',
      'reviews',
      'settings',
      'snapshots',
    ]);
    expect(db.version).toBe(MIGRATIONS.length);
  });

  it('keeps what version 1 held when later steps are added', async () => {
    const first = await freshDatabase(MIGRATIONS.slice(0, 1));
    await saveReview(reviewOf(), Promise.resolve(first));
    first.close();
    const steps: number[] = [];
    const counted = [...MIGRATIONS, () => void steps.push(2), () => void steps.push(3)];
    const db = openDatabase({ migrations: counted });
    expect(await readReview('meshy', db)).toEqual(reviewOf());
    expect(steps).toEqual([2, 3]);
  });

  it('brings a database of version 1 up to date: nothing is lost, and what is new holds its usual value', async () => {
    const first = await freshDatabase(MIGRATIONS.slice(0, 1));
    await saveReview(reviewOf(), Promise.resolve(first));
    first.close();
    const db = openDatabase();
    expect(await readSettings(db)).toEqual(USUAL_SETTINGS);
    const chosen = {
      ...USUAL_SETTINGS,
      cadence: 'month' as const,
      muted: ['meshy'],
      files: { ...USUAL_FILES, neutralName: true },
    };
    await saveSettings(chosen, db);
    expect(await readSettings(db)).toEqual(chosen);
    expect(await readReview('meshy', db)).toEqual(reviewOf());
  });

  it('adds what is new to settings that were stored before there was any of it', async () => {
    const second = await freshDatabase(MIGRATIONS.slice(0, 2));
    await second.put('settings', { cadence: 'month', muted: ['meshy'] } as never, SETTINGS_KEY);
    second.close();
    expect(await readSettings(openDatabase())).toEqual({
      cadence: 'month',
      muted: ['meshy'],
      notForClients: [],
      quiet: null,
      files: USUAL_FILES,
      rules: USUAL_RULES,
    });
  });

  it('is as it was when a step fails', async () => {
    const first = await freshDatabase();
    await saveReview(reviewOf(), Promise.resolve(first));
    first.close();
    const broken = [
      ...MIGRATIONS,
      () => {
        throw new Error('a mistake in a step');
      },
    ];
    await expect(openDatabase({ migrations: broken })).rejects.toBeInstanceOf(StoreProblem);
    expect(await readReview('meshy', openDatabase())).toEqual(reviewOf());
  });

  it('makes way for a newer version instead of blocking it', async () => {
    let closed = false;
    await openDatabase({ onClosed: () => (closed = true) });
    const newer = await openDatabase({ migrations: later });
    expect(newer.version).toBe(MIGRATIONS.length + 1);
    expect(closed).toBe(true);
  });

  it('says when somebody holds the old version open', async () => {
    const held = indexedDB.open('meshwarden', 1);
    await new Promise((resolve) => {
      held.onsuccess = resolve;
    });
    await expect(openDatabase({ migrations: later })).rejects.toMatchObject({ trouble: 'blocked' });
    held.result.close();
  });

  it('says when a newer Meshwarden wrote it', async () => {
    (await openDatabase({ migrations: later })).close();
    await expect(openDatabase()).rejects.toMatchObject({ trouble: 'newer' });
  });

  it('can be deleted from outside and opened again', async () => {
    const db = await openDatabase();
    await saveReview(reviewOf(), Promise.resolve(db));
    await deleteDB('meshwarden');
    expect(await readReview('meshy', openDatabase())).toBeUndefined();
  });
});

describe('storeProblem', () => {
  it.each([
    [new DOMException('no room', 'QuotaExceededError'), 'full'],
    [new DOMException('old', 'VersionError'), 'newer'],
    [new DOMException('Internal error opening backing store', 'UnknownError'), 'damaged'],
    ['a text', 'damaged'],
  ])('%s is %s', (error, trouble) => {
    const problem = storeProblem(error);
    expect(problem.trouble).toBe(trouble);
    expect(problem.message).toMatch(/\.$/);
    expect(storeProblem(problem)).toBe(problem);
  });
});
