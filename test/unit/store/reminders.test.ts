import { describe, expect, test } from 'vitest';
import {
  addReminders,
  addToLedger,
  allReminders,
  dueReminders,
  eraseLedger,
  forgetReminder,
  recentLedger,
  settleReminder,
} from '../../../lib/store/index.ts';
import type { LedgerEntry, Reminder } from '../../../lib/store/types.ts';
import { freshDatabase } from './help.ts';

const reminder = (more: Partial<Reminder> = {}): Reminder => ({
  site: 'tripo',
  project: 'Dragon',
  dueAt: 50,
  madeAt: 1,
  ...more,
});

async function three(): Promise<{ db: ReturnType<typeof freshDatabase> }> {
  const db = freshDatabase();
  await addReminders([reminder({ dueAt: 90 }), reminder(), reminder({ site: 'meshy', dueAt: 10 })], db);
  return { db };
}

describe('reminders', () => {
  test('are kept in the order they are due', async () => {
    expect((await allReminders((await three()).db)).map(({ dueAt }) => dueAt)).toEqual([10, 50, 90]);
  });

  test('are due from their day on, until they are settled', async () => {
    const { db } = await three();
    expect((await dueReminders(50, db)).map(({ id }) => id)).toEqual([3, 2]);
    await settleReminder(3, 60, db);
    expect((await dueReminders(50, db)).map(({ id }) => id)).toEqual([2]);
  });

  test('that were settled by mistake are open again', async () => {
    const { db } = await three();
    await settleReminder(3, 60, db);
    await settleReminder(3, undefined, db);
    expect((await allReminders(db))[0]).toEqual({ ...reminder({ site: 'meshy', dueAt: 10 }), id: 3 });
  });

  test('are forgotten when nobody wants them, and unknown ones are passed over', async () => {
    const { db } = await three();
    await forgetReminder(2, db);
    await settleReminder(2, 60, db);
    await settleReminder(77, 60, db);
    expect((await allReminders(db)).map(({ id }) => id)).toEqual([3, 1]);
  });

  test('do not fill the disk: the oldest settled ones go, and no open one does', async () => {
    const db = freshDatabase();
    await addReminders([reminder({ doneAt: 5 }), reminder(), reminder({ doneAt: 6 })], db);
    await addReminders(
      Array.from({ length: 998 }, () => reminder()),
      db,
    );
    const left = await allReminders(db);
    expect(left).toHaveLength(1_000);
    expect(left.map(({ id }) => id)).not.toContain(1);
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([2, 3]));
  });
});

describe('the ledger is erased', () => {
  const entry = (site: string): LedgerEntry => ({
    type: 'upload',
    at: 1,
    site,
    tab: 1,
    host: 'x.example',
    encrypted: false,
    outcome: 'kept',
  });

  test('as a whole', async () => {
    const db = freshDatabase();
    await addToLedger([entry('tripo'), entry('meshy')], db);
    await eraseLedger(undefined, db);
    expect(await recentLedger({}, db)).toEqual([]);
  });

  test('or for one site, and nothing else with it', async () => {
    const db = freshDatabase();
    await addToLedger([entry('tripo'), entry('meshy'), entry('tripo')], db);
    await eraseLedger('tripo', db);
    expect((await recentLedger({}, db)).map(({ site }) => site)).toEqual(['meshy']);
  });
});
