/** The whole way, from a page to an alert, with real policies that really changed. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as engine from '../../../lib/policy/index.ts';
import { runDue, siteUsed } from '../../../lib/watch/index.ts';
import { nextLook } from '../../../lib/watch/quarter.ts';
import { DAY, publish, START, siteOf, type World, world } from './help.ts';

const changes = new URL('../../../../shared/policy/changes/', import.meta.url);
const here = existsSync(changes);
if (!here) console.warn('SKIPPED: real archived changes (../shared/policy/changes is not there)');

type Entry = { name: string; kind: 'real' | 'noise' | 'date' | 'error' };
const index: Entry[] = here ? JSON.parse(readFileSync(new URL('index.json', changes), 'utf8')).changes : [];
const version = (name: string, which: string) =>
  readFileSync(new URL(`${name}/${which}.md`, changes), 'utf8');

/** Two copies of the policy stand on both versions of this page. */
const TWICE = 'lovable-privacy-2026-04';

const site = siteOf('3dgpt');

async function changed({ name }: Pick<Entry, 'name'>): Promise<World> {
  const w = world();
  w.deps.engine = engine;
  publish(w, site, version(name, 'before'));
  await siteUsed(site, w.deps);
  publish(w, site, version(name, 'after'));
  w.at.now = nextLook(START);
  return w;
}

/** The daily alarm, until the next quarterly look would come. */
async function days(w: World, count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await runDue(w.deps);
    w.at.now += DAY;
  }
}

describe.skipIf(!here)('a real change, looked at for six days', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });

  test.each(index.filter(({ name }) => name !== TWICE))('$name ($kind)', async (entry) => {
    const w = await changed(entry);
    expect(await w.deps.store.latestSnapshot(site.id, 'privacy')).toBeDefined();
    await days(w, 6);
    expect(w.paper.rung).toHaveLength(entry.kind === 'real' ? 1 : 0);
    expect(w.paper.badge).toBe(entry.kind === 'real' ? 1 : 0);
  });

  test('a page that holds its policy twice is not read, and says so', async () => {
    const w = await changed({ name: TWICE });
    await days(w, 6);
    expect((await w.deps.store.readReview(site.id))?.documents).toMatchObject([{ failure: 'not-a-policy' }]);
    expect(w.paper).toEqual({ rung: [], badge: 0 });
  });
});
