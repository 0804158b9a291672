import { beforeEach, describe, expect, it, vi } from 'vitest';
import { markRead, saveSettings, unreadChanges } from '../../../lib/store/index.ts';
import { USUAL_SETTINGS } from '../../../lib/store/settings.ts';
import { changeOfNotification, checkNow, runDue, siteUsed } from '../../../lib/watch/index.ts';
import { quietUntil } from '../../../lib/watch/quiet.ts';
import { publish, siteOf, type World, world } from './help.ts';

const hour = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime();
const meshy = siteOf('meshy');

describe('quiet hours', () => {
  it.each<[string, { from: number; to: number } | null, number, number | undefined]>([
    ['hold over midnight, in the evening', { from: 22, to: 7 }, hour(22, 23, 30), hour(23, 7)],
    ['hold over midnight, in the morning', { from: 22, to: 7 }, hour(23, 6, 59), hour(23, 7)],
    ['are over at their end', { from: 22, to: 7 }, hour(23, 7), undefined],
    ['hold within a day', { from: 9, to: 17 }, hour(22, 9), hour(22, 17)],
    ['do not hold before', { from: 9, to: 17 }, hour(22, 8, 59), undefined],
    ['end at midnight', { from: 20, to: 0 }, hour(22, 21), hour(23, 0)],
    ['are none when they end where they begin', { from: 8, to: 8 }, hour(22, 8), undefined],
    ['are none when none are chosen', null, hour(22, 3), undefined],
  ])('%s', (_, quiet, now, until) => {
    expect(quietUntil(quiet, now)).toBe(until);
  });
});

describe('in quiet hours', () => {
  let w: World;

  beforeEach(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    w = world();
    w.at.now = hour(22, 23);
    await saveSettings({ ...USUAL_SETTINGS, quiet: { from: 22, to: 7 } }, w.db);
    publish(w, meshy, 'good:a');
    await siteUsed(meshy, w.deps);
    publish(w, meshy, 'bad:b');
    await checkNow('meshy', w.deps);
  });

  it('nothing rings, but the badge counts', () => {
    expect(w.paper).toEqual({ rung: [], badge: 1 });
    expect(w.wakes).toEqual([hour(23, 7)]);
  });

  it('what was held back is told once when they end', async () => {
    w.at.now = hour(23, 7);
    await runDue(w.deps);
    await runDue(w.deps);
    expect(w.paper.rung.map(({ id }) => id)).toEqual(['change:meshy']);
  });

  it('what was read meanwhile is not told', async () => {
    const ids = (await unreadChanges(undefined, w.db)).map(({ id }) => id);
    await markRead(ids, w.db);
    w.at.now = hour(23, 7);
    await runDue(w.deps);
    expect(w.paper.rung).toEqual([]);
  });
});

describe('a click on a notification', () => {
  it('leads to the worst change of its site that was not read', async () => {
    const w = world();
    const tripo = siteOf('tripo');
    for (const site of [meshy, tripo]) publish(w, site, 'good:a');
    for (const site of [meshy, tripo]) await siteUsed(site, w.deps);
    publish(w, meshy, 'bad:b', 'terms and more');
    publish(w, tripo, 'bad:c');
    for (const site of [meshy, tripo]) await checkNow(site.id, w.deps);
    const change = await changeOfNotification('change:meshy', w.deps);
    expect(change).toMatchObject({ site: 'meshy', kind: 'privacy' });
    await markRead([change?.id ?? -1], w.db);
    expect(await changeOfNotification('change:meshy', w.deps)).toMatchObject({
      site: 'meshy',
      kind: 'terms',
    });
    expect(await changeOfNotification('other', w.deps)).toBeUndefined();
  });
});
