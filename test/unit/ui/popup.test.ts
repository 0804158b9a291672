import { describe, expect, test, vi } from 'vitest';
import type { OwnMessage } from '../../../lib/messages.ts';
import type { Project } from '../../../lib/store/types.ts';
import { runPopup, type Surroundings } from '../../../lib/ui/popup.ts';
import type { Actions, Check, PopupView } from '../../../lib/ui/view.ts';
import { change, documents, NO_PROJECT, NOW, review, SITE, siteView } from './views.ts';

const fresh = siteView({ review: review({ documents: documents({ readAt: NOW }, { readAt: NOW }) }) });
const waiting = siteView({ review: undefined });

/** A popup on stored views that come one after the other (the last one stays). */
async function open(views: PopupView[], around: Partial<Surroundings> = {}) {
  const drawn: { view: PopupView; check: Check }[] = [];
  const early: typeof drawn = [];
  const told: OwnMessage[] = [];
  const last = { actions: undefined as Actions | undefined, titles: 0, waits: 0 };
  await runPopup({
    load: async () => (views.length > 1 ? views.shift() : views[0]) as PopupView,
    tell: async (message) => void told.push(message),
    // What is counted is what is drawn once everything is there.
    loadMore: async () => {
      early.push(...drawn.splice(0));
    },
    strangers: async () => [],
    requestAccess: async () => true,
    requestOrigin: async () => true,
    lookAround: async () => ({ kind: 'nothing' }),
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
  return { drawn, early, told, actions, last, checks: () => drawn.map(({ check }) => check) };
}

describe('the popup', () => {
  test('draws what is stored and asks the background for nothing', async () => {
    const view = siteView();
    const popup = await open([view]);
    expect(popup.drawn).toEqual([{ view, check: 'idle' }]);
    expect(popup.told).toEqual([]);
  });

  test('draws its first frame before the parts that come later, unless something would jump', async () => {
    const early = async (view: PopupView) => (await open([view])).early.length;
    expect(await early(siteView())).toBe(1);
    expect(await early(siteView({ changes: [change()] }))).toBe(0);
    expect(await early(siteView({ review: undefined, permitted: false }))).toBe(0);
    expect(await early({ kind: 'unknown', elsewhere: [], now: NOW })).toBe(0);
  });

  test('does what the person wants before all of it is there', async () => {
    const told: OwnMessage[] = [];
    let first: Actions | undefined;
    await open([siteView()], {
      tell: async (message) => void told.push(message),
      draw: (_view, _check, actions) => {
        first ??= actions;
      },
      loadMore: async () => void first?.letGo('added:https://x.example'),
    });
    await vi.waitFor(() => expect(told).toEqual([{ type: 'remove-site', site: 'added:https://x.example' }]));
  });

  test('names the boxes in the page that no guard runs on, where there is a guard at all', async () => {
    const strangers = async () => ['boxes.example'];
    const popup = await open([siteView()], { strangers });
    expect(popup.drawn.at(-1)?.view).toEqual({ ...siteView(), strangers: ['boxes.example'] });
    const unguarded = await open([siteView({ guard: 'absent' })], { strangers });
    expect(unguarded.drawn.at(-1)?.view).toEqual(siteView({ guard: 'absent' }));
  });

  test('check now: busy, then done, with what was read', async () => {
    const popup = await open([siteView(), fresh]);
    await popup.actions.checkNow(SITE.id);
    expect(popup.told).toEqual([{ type: 'check-now', site: SITE.id }]);
    expect(popup.checks()).toEqual(['idle', 'busy', 'done']);
    expect(popup.drawn.at(-1)?.view).toEqual(fresh);
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

  describe('a project', () => {
    const dragon: Project = { name: 'Dragon', work: 'client', chosenAt: 1, ticks: { meshy: ['own'] } };
    const view = siteView({ projects: [dragon, NO_PROJECT], work: 'client' });

    test('keeps what kind of work it is, and what is ticked, site by site', async () => {
      const popup = await open([view]);
      await popup.actions.choose('public');
      await popup.actions.tick('private', SITE.id, true);
      expect(popup.told).toEqual([
        { type: 'save-project', project: { name: 'Dragon', work: 'public', ticks: { meshy: ['own'] } } },
        {
          type: 'save-project',
          project: { name: 'Dragon', work: 'client', ticks: { meshy: ['own'], [SITE.id]: ['private'] } },
        },
      ]);
    });

    test('takes a tick off again', async () => {
      const popup = await open([
        siteView({ projects: [{ ...dragon, ticks: { [SITE.id]: ['own', 'private'] } }] }),
      ]);
      await popup.actions.tick('own', SITE.id, false);
      expect(popup.told).toMatchObject([{ project: { ticks: { [SITE.id]: ['private'] } } }]);
    });

    test('that is chosen again has what it had; a new one has nothing', async () => {
      const popup = await open([siteView({ projects: [NO_PROJECT, dragon] })]);
      await popup.actions.work('Dragon');
      await popup.actions.work('Castle');
      await popup.actions.forget('Castle');
      expect(popup.told).toEqual([
        { type: 'save-project', project: { name: 'Dragon', work: 'client', ticks: { meshy: ['own'] } } },
        { type: 'save-project', project: { name: 'Castle', work: undefined, ticks: {} } },
        { type: 'forget-project', name: 'Castle' },
      ]);
    });

    test('leaves nothing behind in a private window', async () => {
      const popup = await open([siteView({ privately: true })]);
      await popup.actions.choose('client');
      await popup.actions.tick('own', SITE.id, true);
      expect(popup.told).toEqual([]);
      expect(popup.drawn.at(-1)?.view).toMatchObject({ work: 'client' });
    });
  });

  describe('a page that nobody knows', () => {
    const unknown: PopupView = { kind: 'unknown', origin: 'https://example.com', elsewhere: [], now: NOW };

    test('is guarded once the person and the browser say so, and drawn as it is then', async () => {
      const popup = await open([unknown, siteView({ added: true })]);
      await popup.actions.guard('https://example.com');
      const add = { type: 'add-site', url: 'https://example.com/' };
      expect(popup.told).toEqual([add, add]);
      expect(popup.drawn.at(-1)?.view).toMatchObject({ kind: 'site', added: true });
    });

    test('is wanted as soon as the person asks: the browser may close the popup with its own question', async () => {
      const gone = await open([unknown], { requestOrigin: () => new Promise<boolean>(() => {}) });
      void gone.actions.guard('https://example.com');
      expect(gone.told).toEqual([{ type: 'add-site', url: 'https://example.com/' }]);
    });

    test('stays as it is when the browser’s question is answered with no', async () => {
      const refused = await open([unknown], { requestOrigin: async () => false });
      await refused.actions.guard('https://example.com');
      expect(refused.told).toHaveLength(1);
      expect(refused.drawn.at(-1)?.view).toMatchObject({ kind: 'unknown' });
    });

    test('is looked around once at a time, and a closed one is said to be closed', async () => {
      const popup = await open([unknown]);
      await Promise.all([popup.actions.lookAround(), popup.actions.lookAround()]);
      const found = popup.drawn.map(({ view }) => view.kind === 'unknown' && view.found?.kind);
      expect(found).toEqual([undefined, 'busy', 'nothing']);
      const closed = await open([unknown], { lookAround: () => Promise.reject(new Error('no')) });
      await closed.actions.lookAround();
      expect(closed.drawn.at(-1)?.view).toMatchObject({ found: { kind: 'closed' } });
    });
  });

  test('a mark on a site, and the end of an added one, are told to the background', async () => {
    const popup = await open([siteView()]);
    await popup.actions.mark(SITE.id, 'muted', true);
    await popup.actions.letGo('added:https://example.com');
    expect(popup.told).toEqual([
      { type: 'mark-site', site: SITE.id, mark: 'muted', on: true },
      { type: 'remove-site', site: 'added:https://example.com' },
    ]);
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
