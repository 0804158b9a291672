import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { knownSites, readAddedSites, saveAddedSite } from '../../../lib/store/added.ts';
import { BackupProblem, exportBackup, importBackup } from '../../../lib/store/backup/index.ts';
import { fromBase64, toBase64 } from '../../../lib/store/base64.ts';
import { unreadChanges } from '../../../lib/store/changes.ts';
import { addToLedger } from '../../../lib/store/ledger.ts';
import { latestSnapshot, saveLook, snapshots } from '../../../lib/store/looks.ts';
import { readProjects, saveProject } from '../../../lib/store/projects.ts';
import { addReminders, allReminders, settleReminder } from '../../../lib/store/reminders.ts';
import { allReviews, readReview } from '../../../lib/store/reviews.ts';
import type { Database } from '../../../lib/store/schema.ts';
import { readSettings, saveSettings, USUAL_FILES, USUAL_SETTINGS } from '../../../lib/store/settings.ts';
import type { DocumentState, Project, Settings } from '../../../lib/store/types.ts';
import { changeOf, entryOf, freshDatabase, reviewOf, snapshotOf } from './help.ts';

const url = 'https://www.meshy.ai/privacy-policy';
const document = (readAt: number): DocumentState => ({
  kind: 'privacy',
  url,
  readAt,
  triedAt: readAt,
  updated: '2026-06-04',
  since: 3,
});

const chosen: Settings = {
  cadence: 'half-year',
  muted: ['tripo'],
  notForClients: ['meshy'],
  quiet: { from: 22, to: 7 },
  files: { ...USUAL_FILES, keepCopyright: true, keepHdr: false },
  rules: {
    off: ['breach-notice'],
    weights: { 'no-sale': 5 },
    phrases: [{ flag: 'trains-on-content', phrase: 'CONTENT ...8 research' }],
  },
};

const LOCAL = 'http://127.0.0.1';
const dragon: Project = {
  name: 'Dragon',
  work: 'client',
  chosenAt: 20,
  ticks: { meshy: ['own'], [`added:${LOCAL}`]: ['private'] },
};
const reminder = { site: 'meshy', project: 'Dragon', madeAt: 5, dueAt: 30 };

/** What the person made themselves. */
async function fillOwn(db: Promise<Database>): Promise<void> {
  await saveAddedSite({ origin: LOCAL, addedAt: 4 }, db);
  await saveProject(dragon, db);
  await addReminders([reminder, { ...reminder, site: 'tripo', doneAt: 31 }], db);
}

/** A database with one site: two versions of its policy and an alert. */
async function filled(readAt: number): Promise<Database> {
  const db = freshDatabase();
  const review = reviewOf({ documents: [document(readAt)] });
  await saveLook({ review, snapshots: [snapshotOf('one', { html: '<p>one' })], changes: [] }, db);
  const second = snapshotOf('two – “2”\n𝄞', { html: '<p>two', lastSeen: 9, validators: { etag: '"1"' } });
  await saveLook(
    { review, snapshots: [second], changes: [changeOf({ told: true, backTo: '2026-06-04' })] },
    db,
  );
  await saveSettings(chosen, db);
  await addToLedger([entryOf()], db);
  await fillOwn(Promise.resolve(db));
  return db;
}

let file: string;
let db: Promise<Database>;

beforeEach(async () => {
  file = await exportBackup(77, filled(50));
  db = freshDatabase();
});

const texts = async () => (await snapshots('meshy', 'privacy', db)).map(({ text }) => text.plain);
const edited = (edit: (backup: unknown) => void) => {
  const backup: unknown = JSON.parse(file);
  edit(backup);
  return JSON.stringify(backup);
};

describe('a backup', () => {
  it('brings back settings, versions and alerts', async () => {
    expect(await importBackup(file, db)).toEqual({ sites: ['meshy'], added: [LOCAL] });
    expect(await readSettings(db)).toEqual(chosen);
    expect(await texts()).toEqual(['two – “2”\n𝄞', 'one']);
    expect(await latestSnapshot('meshy', 'privacy', db)).toMatchObject({ html: '<p>two', lastSeen: 9 });
    expect(await unreadChanges('meshy', db)).toMatchObject([{ told: true, backTo: '2026-06-04' }]);
    const { triedAt: _, ...kept } = document(50);
    expect((await readReview('meshy', db))?.documents).toEqual([kept]);
  });

  it('from before there were choices about files brings the usual ones', async () => {
    await importBackup(
      edited((backup) => put(backup, ['settings', 'files'], undefined)),
      db,
    );
    expect(await readSettings(db)).toEqual({ ...chosen, files: USUAL_FILES });
  });

  it('holds nothing of the files that were cleaned, and no validators', () => {
    expect(file).not.toContain('a.example');
    expect(file).not.toContain('etag');
  });

  it('is the same when exported again', async () => {
    await importBackup(file, db);
    expect(JSON.parse(await exportBackup(77, db))).toEqual(JSON.parse(file));
  });

  it('can be taken in twice', async () => {
    await importBackup(file, db);
    expect(await importBackup(file, db)).toEqual({ sites: [], added: [] });
    expect(await texts()).toHaveLength(2);
    expect(await unreadChanges('meshy', db)).toHaveLength(1);
    expect(await allReminders(db)).toHaveLength(2);
  });

  it('takes the place of what is older, and leaves what is newer', async () => {
    const now = (readAt: number) =>
      saveLook(
        {
          review: reviewOf({ documents: [document(readAt)] }),
          snapshots: [snapshotOf('here')],
          changes: [changeOf()],
        },
        db,
      );
    await now(60);
    expect((await importBackup(file, db)).sites).toEqual([]);
    expect(await texts()).toEqual(['here']);
    await now(40);
    expect((await importBackup(file, db)).sites).toEqual(['meshy']);
    expect(await texts()).toEqual(['two – “2”\n𝄞', 'one']);
    expect(await unreadChanges('meshy', db)).toHaveLength(1);
  });

  it('leaves other sites alone', async () => {
    const tripo = reviewOf({ site: 'tripo' });
    await saveLook({ review: tripo, snapshots: [snapshotOf('t', { site: 'tripo' })], changes: [] }, db);
    await importBackup(file, db);
    expect(await allReviews(db)).toHaveLength(2);
    expect(await latestSnapshot('tripo', 'privacy', db)).toMatchObject({ hash: 't' });
  });

  it('of a site that the catalogue does not know is passed over', async () => {
    const foreign = edited((backup) => put(backup, ['sites', '0', 'site'], 'evil'));
    expect((await importBackup(foreign, db)).sites).toEqual([]);
    expect(await allReviews(db)).toEqual([]);
  });

  it('cannot name an address of its own', async () => {
    const lying = file.replaceAll(url, 'https://evil.example/');
    await importBackup(lying, db);
    expect((await readReview('meshy', db))?.documents).toEqual([]);
  });
});

describe('what the person made themselves', () => {
  it('comes back: added sites, reminders and projects with what was confirmed', async () => {
    await importBackup(file, db);
    expect(await readAddedSites(db)).toEqual([{ origin: LOCAL, addedAt: 4 }]);
    expect((await knownSites(db)).at(-1)).toMatchObject({ id: `added:${LOCAL}` });
    expect(await allReminders(db)).toMatchObject([reminder, { site: 'tripo', doneAt: 31 }]);
    expect(await readProjects(db)).toEqual([dragon]);
  });

  it('is not there in a backup of the first version, which is taken in all the same', async () => {
    const first = edited((backup) => {
      put(backup, ['version'], 1);
      for (const part of ['added', 'reminders', 'projects']) put(backup, [part], undefined);
    });
    expect(await importBackup(first, db)).toEqual({ sites: ['meshy'], added: [] });
    expect(await readSettings(db)).toEqual(chosen);
    expect([await readAddedSites(db), await allReminders(db), await readProjects(db)]).toEqual([[], [], []]);
  });

  it('stands beside what is here', async () => {
    await saveAddedSite({ origin: 'https://own.example', addedAt: 9 }, db);
    await saveAddedSite({ origin: LOCAL, addedAt: 9 }, db);
    await saveProject({ name: 'Knight', chosenAt: 50, ticks: {} }, db);
    await addReminders([reminder], db);
    for (const { id } of await allReminders(db)) await settleReminder(id, 40, db);
    expect((await importBackup(file, db)).added).toEqual([]);
    expect((await readAddedSites(db)).map(({ addedAt }) => addedAt)).toEqual([9, 9]);
    expect((await readProjects(db)).map(({ name }) => name)).toEqual(['Knight', 'Dragon']);
    expect(await allReminders(db)).toMatchObject([{ doneAt: 40 }, { site: 'tripo' }]);
  });

  it.each([
    [10, dragon.ticks],
    [90, {}],
  ])('of a project worked on last at %i and at 20 is what is later', async (chosenAt, ticks) => {
    await saveProject({ name: 'Dragon', chosenAt, ticks: {} }, db);
    await importBackup(file, db);
    expect((await readProjects(db))[0]?.ticks).toEqual(ticks);
  });

  it('cannot put a site of the catalogue among the added ones', async () => {
    const lying = edited((backup) => put(backup, ['added', '0', 'origin'], 'https://www.meshy.ai'));
    expect((await importBackup(lying, db)).added).toEqual([]);
    expect(await readAddedSites(db)).toEqual([]);
  });
});

describe('a file that is no backup', () => {
  const bomb = async () => {
    const stream = new Blob(['x'.repeat(40_000_000)]).stream().pipeThrough(new CompressionStream('gzip'));
    return toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
  };

  async function isRefused(text: string): Promise<void> {
    await expect(importBackup(text, db)).rejects.toBeInstanceOf(BackupProblem);
    expect(await allReviews(db)).toEqual([]);
    expect(await readSettings(db)).toEqual(USUAL_SETTINGS);
  }

  it.each(['', 'null', '[]', '{}', '{"format":"meshwarden-backup"}', '"x"'])('is refused: %s', isRefused);

  it('is refused when it is of a later version', () => isRefused(file.replace('"version":2', '"version":3')));
  it.each(['ftp://own.example', 'https://own.example:8080', 'https://own.example/page', 'https://*', 'x'])(
    'is refused when it adds %s as a site',
    (origin) => isRefused(edited((backup) => put(backup, ['added', '0', 'origin'], origin))),
  );
  it('is refused when it is cut short', () => isRefused(file.slice(0, -5)));
  it('is refused when a text cannot be unpacked', () =>
    isRefused(file.replace(/"packed":"[^"]{9}/, '"packed":"AAAAAAAAA')));
  it('is refused when a text unpacks without end', async () => {
    const packed = await bomb();
    await isRefused(file.replace(/"packed":"[^"]+"/, () => `"packed":"${packed}"`));
  });

  it('is refused whatever single part of it is another thing', async () => {
    const paths = leaves(JSON.parse(file));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom(null, -1, 1.5, {}, [[]], 'x'.repeat(7_000_000)),
        async (path, value) => {
          const wrong = edited((backup) => put(backup, path, value));
          const outcome = await importBackup(wrong, freshDatabase()).catch((error: unknown) => error);
          // Scores may be absent, and they and weights need not be whole.
          const allowsNull = /score(Before|After)$/.test(path.join('.')) && value === null;
          const isNumber = /score|weight/.test(path.join('.')) && value === 1.5;
          expect(outcome instanceof BackupProblem || allowsNull || isNumber, `${path.join('.')}`).toBe(true);
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

describe('Base64', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
    expect(fromBase64(toBase64(new Uint8Array(100_000).fill(7)))).toHaveLength(100_000);
  });
});

/** Where the single values of a file stand. */
function leaves(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...at, key]));
}

function put(target: unknown, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) holder[key] = value;
  else put(holder[key], rest, value);
}
