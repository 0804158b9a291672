import { describe, expect, test } from 'vitest';
import type { OwnMessage } from '../../../lib/messages.ts';
import { runPopup, type Surroundings } from '../../../lib/ui/popup.ts';
import type { Actions, Check, PopupView } from '../../../lib/ui/view.ts';
import { change, documents, NOW, review, SITE, siteView } from './views.ts';

const fresh = siteView({ review: review({ documents: documents({ readAt: NOW }, { readAt: NOW }) }) });
const waiting = siteView({ review: undefined });

/** A popup on stored views that come one after the other (the last one stays). */
async function open(views: PopupView[], around: Partial<Surroundings> = {}) {
  const drawn: { view: PopupView; check: Check }[] = [];
  const told: OwnMessage[] = [];
  const last = { actions: undefined as Actions | undefined, titles: 0, waits: 0 };
  await runPopup({
    load: async () => (views.length > 1 ? views.shift() : views[0]) as PopupView,
    tell: async (message) => void told.push(message),
    requestAccess: async () => true,
    reloadPage: async () => {},
    copy: async () => {},
    draw: (view, check, actions) => {
      drawn.push({ view, check });
      last.actions = actions;
    },
    focusTitle: () => void last.titles++,
    wait: async () => void last.waits++,
    ...around,
  });
  const actions = last.actions as Actions;
  return { drawn, told, actions, last, checks: () => drawn.map(({ check }) => check) };
}

describe('the popup', () => {
  test('draws what is stored and asks the background for nothing', async () => {
    const view = siteView();
    const popup = await open([view]);
    expect(popup.drawn).toEqual([{ view, check: 'idle' }]);
    expect(popup.told).toEqual([]);
  });

  test('check now: busy, then done, with what was read', async () => {
    const popup = await open([siteView(), fresh]);
    await popup.actions.checkNow(SITE.id);
    expect(popup.told).toEqual([{ type: 'check-now', site: SITE.id }]);
    expect(popup.checks()).toEqual(['idle', 'busy', 'done']);
    expect(popup.drawn.at(-1)?.view).toBe(fresh);
  });

  test('reload: the page first, then the popup', async () => {
    const popup = await open([siteView({ guard: 'absent' }), siteView()]);
    await popup.actions.reload();
    expect(popup.drawn.at(-1)?.view).toEqual(siteView());
    const refused = await open([siteView({ guard: 'absent' }), siteView()], {
      reloadPage: () => Promise.reject(),
    });
    await refused.actions.reload();
    expect(refused.drawn).toHaveLength(1);
  });

  test('another reading of the card is drawn at once and outlasts a new look', async () => {
    const popup = await open([siteView(), fresh]);
    popup.actions.choose('client');
    expect(popup.drawn.at(-1)?.view).toEqual({ ...siteView(), work: 'client' });
    await popup.actions.checkNow(SITE.id);
    expect(popup.drawn.at(-1)?.view).toEqual({ ...fresh, work: 'client' });
  });

  test('copied is said only of what was', async () => {
    const copies: string[] = [];
    const popup = await open([siteView()], { copy: async (text) => void copies.push(text) });
    await popup.actions.copy('a letter');
    expect(copies).toEqual(['a letter']);
    expect(popup.drawn.at(-1)?.view).toMatchObject({ copied: true });
    const refused = await open([siteView()], { copy: () => Promise.reject() });
    await refused.actions.copy('a letter');
    expect(refused.drawn.at(-1)?.view).toMatchObject({ copied: false });
  });

  test('a second click while checking does nothing', async () => {
    const popup = await open([siteView(), fresh]);
    await Promise.all([popup.actions.checkNow(SITE.id), popup.actions.checkNow(SITE.id)]);
    expect(popup.told).toHaveLength(1);
  });

  test.each<[string, PopupView]>([
    [
      'a document failed',
      siteView({ review: review({ documents: documents({ readAt: NOW }, { failure: 'offline' }) }) }),
    ],
    ['nothing was read anew', siteView()],
    ['the store cannot be read', { kind: 'damaged', reason: '' }],
  ])('check now is not called done when %s', async (_, after) => {
    const popup = await open([siteView(), after]);
    await popup.actions.checkNow(SITE.id);
    expect(popup.checks().at(-1)).toBe('failed');
  });

  test('check now fails plainly when the background does not answer', async () => {
    const popup = await open([siteView(), fresh], { tell: () => Promise.reject(new Error('gone')) });
    await popup.actions.checkNow(SITE.id);
    expect(popup.checks().at(-1)).toBe('failed');
  });

  test('a change that was read is told to the background and goes; the focus is not lost', async () => {
    const popup = await open([siteView({ changes: [change()] }), siteView()]);
    await popup.actions.markRead([change()]);
    expect(popup.told).toEqual([{ type: 'mark-read', changes: [7] }]);
    expect(popup.drawn.at(-1)?.view).toMatchObject({ changes: [] });
    expect(popup.last.titles).toBe(1);
  });

  test('a change stays when it could not be marked as read', async () => {
    const popup = await open([siteView({ changes: [change()] })], {
      tell: () => Promise.reject(new Error('gone')),
    });
    await popup.actions.markRead([change()]);
    expect(popup.drawn).toHaveLength(1);
  });

  test('watches a first reading and stops when it is there', async () => {
    const popup = await open([waiting, waiting, siteView()]);
    expect(popup.last.waits).toBe(2);
    expect(popup.drawn.at(-1)?.view).toMatchObject({ review: { site: SITE.id } });
  });

  test('stops watching a reading that never comes, and one that cannot come', async () => {
    expect((await open([waiting])).last.waits).toBe(60);
    expect((await open([siteView({ review: undefined, permitted: false })])).last.waits).toBe(0);
  });

  test('permission given: reads the policies at once; refused: nothing happens', async () => {
    const given = await open([siteView({ permitted: false }), siteView(), fresh]);
    await given.actions.allow(SITE);
    expect(given.told).toEqual([{ type: 'check-now', site: SITE.id }]);
    const refused = await open([siteView({ permitted: false })], { requestAccess: async () => false });
    await refused.actions.allow(SITE);
    expect(refused.drawn).toHaveLength(1);
  });
});
