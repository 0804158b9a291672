import { beforeEach, describe, expect, it } from 'vitest';
import { markRead, markTold, unreadChanges, untoldChanges } from '../../../lib/store/changes.ts';
import { addToLedger, forgetTabs, NO_TAB, pruneLedger, recentLedger } from '../../../lib/store/ledger.ts';
import { KEPT_SNAPSHOTS, latestSnapshot, saveLook, snapshots } from '../../../lib/store/looks.ts';
import { allReviews, readReview } from '../../../lib/store/reviews.ts';
import type { Database } from '../../../lib/store/schema.ts';
import { markSite, readSettings, USUAL_SETTINGS } from '../../../lib/store/settings.ts';
import type { Snapshot, StoredChange } from '../../../lib/store/types.ts';
import { changeOf, entryOf, freshDatabase, reviewOf, snapshotOf } from './help.ts';

let db: Promise<Database>;
beforeEach(() => {
  db = freshDatabase();
});

const save = (snapshots: Snapshot[], changes: StoredChange[] = []) =>
  saveLook({ review: reviewOf(), snapshots, changes }, db);

describe('looks', () => {
  it('keep review, text and change', async () => {
    await save([snapshotOf('One – “two”\n𝄞')], [changeOf()]);
    expect(await readReview('meshy', db)).toEqual(reviewOf());
    expect(await allReviews(db)).toHaveLength(1);
    expect(await latestSnapshot('meshy', 'privacy', db)).toEqual({ ...snapshotOf('One – “two”\n𝄞'), id: 1 });
    expect(await latestSnapshot('meshy', 'terms', db)).toBeUndefined();
    expect(await unreadChanges(undefined, db)).toHaveLength(1);
  });

  it('store the text smaller than it is', async () => {
    await save([snapshotOf('We keep your files. '.repeat(5_000))]);
    const [row] = await (await db).getAll('snapshots');
    expect(row?.packed.byteLength).toBeLessThan(5_000);
  });

  it('move a version that still stands instead of doubling it', async () => {
    await save([snapshotOf('a')]);
    const stored = await latestSnapshot('meshy', 'privacy', db);
    await save([{ ...snapshotOf('a'), id: stored?.id, lastSeen: 9 } as Snapshot]);
    expect(await (await db).count('snapshots')).toBe(1);
    expect((await latestSnapshot('meshy', 'privacy', db))?.lastSeen).toBe(9);
  });

  it('keep the newest versions of each document', async () => {
    await save([snapshotOf('terms', { kind: 'terms' })]);
    for (let n = 0; n < KEPT_SNAPSHOTS + 3; n++) await save([snapshotOf(`v${n}`)]);
    expect(await (await db).count('snapshots')).toBe(KEPT_SNAPSHOTS + 1);
    expect((await latestSnapshot('meshy', 'privacy', db))?.hash).toBe(`v${KEPT_SNAPSHOTS + 2}`);
    expect((await latestSnapshot('meshy', 'terms', db))?.hash).toBe('terms');
  });

  it('keep the page of the newest version only', async () => {
    await save([snapshotOf('a', { html: '<p>a' })]);
    await save([snapshotOf('b', { html: '<p>b' })]);
    expect((await latestSnapshot('meshy', 'privacy', db))?.html).toBe('<p>b');
    const rows = await (await db).getAll('snapshots');
    expect(rows.map(({ page }) => page !== undefined)).toEqual([false, true]);
  });

  it('give the newest version that can still be read when one is damaged', async () => {
    await save([snapshotOf('a')]);
    await save([snapshotOf('b', { html: '<p>b' })]);
    const store = await db;
    const damaged = await store.get('snapshots', 2);
    if (!damaged) throw new Error('two versions expected');
    await store.put('snapshots', { ...damaged, packed: damaged.packed.slice(0, 9) });
    expect((await latestSnapshot('meshy', 'privacy', db))?.hash).toBe('a');
    expect((await snapshots('meshy', 'privacy', db)).map(({ hash }) => hash)).toEqual(['a']);
    await store.delete('snapshots', 1);
    expect(await latestSnapshot('meshy', 'privacy', db)).toBeUndefined();
  });

  it('say when there is no room, and keep what was there', async () => {
    await save([snapshotOf('a')]);
    const full = Object.create(await db, {
      transaction: {
        value: () => {
          throw new DOMException('no room', 'QuotaExceededError');
        },
      },
    });
    const look = { review: reviewOf({ dueAt: 99 }), snapshots: [snapshotOf('b')], changes: [] };
    await expect(saveLook(look, Promise.resolve(full))).rejects.toMatchObject({ trouble: 'full' });
    expect((await latestSnapshot('meshy', 'privacy', db))?.hash).toBe('a');
  });

  it('are stored as a whole or not at all', async () => {
    await save([snapshotOf('a')]);
    const unstorable = { ...changeOf(), headline: (() => {}) as unknown as string };
    const look = {
      review: reviewOf({ dueAt: 99 }),
      snapshots: [snapshotOf('b')],
      changes: [changeOf(), unstorable],
    };
    await expect(saveLook(look, db)).rejects.toMatchObject({ trouble: 'damaged' });
    expect((await readReview('meshy', db))?.dueAt).toBe(5);
    expect((await latestSnapshot('meshy', 'privacy', db))?.hash).toBe('a');
    expect(await unreadChanges(undefined, db)).toEqual([]);
  });
});

describe('changes', () => {
  beforeEach(() => save([], [changeOf(), changeOf({ foundAt: 3 }), changeOf({ site: 'tripo', foundAt: 2 })]));

  it('are unread until marked', async () => {
    expect((await unreadChanges(undefined, db)).map(({ id }) => id)).toEqual([2, 3, 1]);
    await markRead([2, 77], db);
    expect((await unreadChanges('meshy', db)).map(({ id }) => id)).toEqual([1]);
    expect((await unreadChanges('tripo', db)).map(({ id }) => id)).toEqual([3]);
  });

  it('are untold until told or read', async () => {
    await markTold([1], db);
    await markRead([3], db);
    expect((await untoldChanges(db)).map(({ id }) => id)).toEqual([2]);
  });
});

describe('marks of sites', () => {
  it('are put on and taken off, and leave all other choices alone', async () => {
    await Promise.all([
      markSite('meshy', 'notForClients', true, db),
      markSite('tripo', 'notForClients', true, db),
      markSite('tripo', 'muted', true, db),
    ]);
    await markSite('meshy', 'notForClients', true, db);
    expect(await readSettings(db)).toEqual({
      ...USUAL_SETTINGS,
      muted: ['tripo'],
      notForClients: ['tripo', 'meshy'],
    });
    await markSite('tripo', 'notForClients', false, db);
    expect(await readSettings(db)).toEqual({ ...USUAL_SETTINGS, muted: ['tripo'], notForClients: ['meshy'] });
  });
});

describe('the ledger', () => {
  it('gives back what fits, newest first', async () => {
    await addToLedger([entryOf(), entryOf({ at: 4, tab: 8 }), entryOf({ at: 3, site: 'tripo' })], db);
    const at = async (query: object) => (await recentLedger(query, db)).map((entry) => entry.at);
    expect(await at({})).toEqual([4, 3, 1]);
    expect(await at({ tab: 7 })).toEqual([3, 1]);
    expect(await at({ tab: 7, site: 'meshy' })).toEqual([1]);
    expect(await at({ since: 3 })).toEqual([4, 3]);
  });

  it('forgets what is too old', async () => {
    await addToLedger([entryOf(), entryOf({ at: 2 }), entryOf({ at: 3 })], db);
    await pruneLedger(2, db);
    expect((await recentLedger({}, db)).map(({ at }) => at)).toEqual([3, 2]);
  });

  it('does not grow without end', async () => {
    await addToLedger([entryOf({ at: 3 }), entryOf({ at: 1 }), entryOf({ at: 2 })], db);
    await pruneLedger(0, db, 2);
    expect((await recentLedger({}, db)).map(({ at }) => at)).toEqual([3, 2]);
    await pruneLedger(0, db);
    expect(await recentLedger({}, db)).toHaveLength(2);
  });

  it('does not take an earlier session’s tab for this one’s', async () => {
    await addToLedger([entryOf({ at: 1 }), entryOf({ at: 5 })], db);
    await forgetTabs(5, db);
    expect(await recentLedger({ tab: 7 }, db)).toHaveLength(1);
    expect(await recentLedger({ tab: NO_TAB }, db)).toHaveLength(1);
  });
});
