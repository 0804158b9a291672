/** What takes more than one look: texts that stay cut down, texts that return, pages that are gone, pages that need a person. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { latestSnapshot, readReview, saveSettings, unreadChanges } from '../../../lib/store/index.ts';
import { USUAL_SETTINGS } from '../../../lib/store/usual.ts';
import type { Ask } from '../../../lib/watch/fetch-policy.ts';
import { cadenceChosen, checkNow, policyVisited, runDue, siteUsed } from '../../../lib/watch/index.ts';
import { addMonths, nextLook } from '../../../lib/watch/quarter.ts';
import { DAY, publish, START, siteOf, type World, world } from './help.ts';

const meshy = siteOf('meshy');
const [PRIVACY = '', TERMS = ''] = meshy.policies.map(({ url }) => url);
let w: World;

beforeEach(() => {
  w = world();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const review = () => readReview('meshy', w.db);
const privacy = async () => (await review())?.documents.find(({ kind }) => kind === 'privacy');
const troubles = async () => {
  const { doubt, failure, failures } = (await privacy()) ?? {};
  return [doubt, failure, failures].filter((each) => each !== undefined);
};
const unread = () => unreadChanges(undefined, w.db);

async function readOnce(text: string): Promise<void> {
  publish(w, meshy, text);
  await siteUsed(meshy, w.deps);
  w.at.now = nextLook(START);
  w.asked.length = 0;
}

/** The daily alarm, for so many days. */
async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await runDue(w.deps);
    w.at.now += DAY;
  }
}

describe('a text cut down', () => {
  it('is believed when it stays for a week, and told once', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'wall');
    await days(7);
    expect(w.paper.rung).toEqual([]);
    expect((await privacy())?.doubt?.looks).toBeGreaterThanOrEqual(3);
    await days(7);
    expect(w.paper.rung).toHaveLength(1);
    expect((await unread())[0]?.change.flagsLost).toMatchObject([{ flag: 'good:a' }]);
    expect(await troubles()).toEqual([]);
    expect((await latestSnapshot('meshy', 'privacy', w.db))?.text.plain).toBe('wall');
    await days(100);
    expect(w.paper.rung).toHaveLength(1);
  });

  it('is forgotten when the whole text is back', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'wall');
    await days(6);
    publish(w, meshy, 'good:a');
    await days(60);
    expect(w.paper.rung).toEqual([]);
    expect(await troubles()).toEqual([]);
  });

  it('is not believed when it is another one each time', async () => {
    await readOnce('good:a');
    for (let day = 0; day < 60; day++) {
      publish(w, meshy, `wall <${day}> number:${day}`);
      await days(1);
    }
    expect(w.paper.rung).toEqual([]);
    expect((await privacy())?.doubt).toMatchObject({ looks: 1 });
  });

  it('is not believed because the person asked for ten looks in a row', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'wall');
    for (let n = 0; n < 10; n++) await checkNow('meshy', w.deps);
    expect(w.paper.rung).toEqual([]);
  });

  it('is not believed when it cannot be the policy however long it stays', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'wall forever');
    await days(120);
    expect(w.paper.rung).toEqual([]);
    expect((await privacy())?.failure).toBe('not-a-policy');
  });
});

describe('a text that returns', () => {
  it('is told as the earlier version that it is, by its own date or by when it was first seen', async () => {
    await readOnce('word dated:2026-06-04');
    publish(w, meshy, 'other');
    await runDue(w.deps);
    publish(w, meshy, 'word');
    await checkNow('meshy', w.deps);
    expect(w.paper.rung.at(-1)?.note.title).toBe(
      'Meshy: the privacy policy is back to its text of 4 June 2026',
    );
    publish(w, meshy, 'other');
    await checkNow('meshy', w.deps);
    expect((await unread())[0]).toMatchObject({ backTo: '2027-02-22' });
  });

  it('is told beside the flag that it brings back', async () => {
    await readOnce('bad:b dated:2026-06-04');
    publish(w, meshy, 'good:a');
    await runDue(w.deps);
    publish(w, meshy, 'bad:b');
    await checkNow('meshy', w.deps);
    expect(w.paper.rung.at(-1)?.note.title).toBe('Meshy: now flag bad:b (back to its text of 4 June 2026)');
  });

  it('is not seen in a text that never stood before', async () => {
    await readOnce('word');
    publish(w, meshy, 'other');
    await runDue(w.deps);
    expect((await unread())[0]?.backTo).toBeUndefined();
  });
});

describe('a page that is gone', () => {
  const footer = '<a href="/legal/privacy">Privacy</a><a href="/legal/terms">Terms</a>';

  async function gone(): Promise<void> {
    await readOnce('good:a');
    const { fetchPolicy } = w.deps;
    w.deps.fetchPolicy = async (ask) => {
      const fetched = await fetchPolicy(ask);
      return ask.url === PRIVACY ? { ok: false, reason: 'gone' } : fetched;
    };
    w.pages.set(meshy.home, footer);
  }

  it('is looked for on the home page, once, and never read from there', async () => {
    await gone();
    await days(20);
    expect(await privacy()).toMatchObject({
      failure: 'gone',
      maybeAt: ['https://www.meshy.ai/legal/privacy'],
      readAt: START,
    });
    expect(w.asked.filter((url) => url === meshy.home)).toHaveLength(1);
    expect(w.asked).not.toContain('https://www.meshy.ai/legal/privacy');
    expect((await review())?.scorecard?.score).toBe(60);
    expect(w.paper.rung).toEqual([]);
  });

  it('is no longer said to be elsewhere when it is back', async () => {
    const { fetchPolicy } = w.deps;
    await gone();
    await runDue(w.deps);
    w.deps.fetchPolicy = fetchPolicy;
    await checkNow('meshy', w.deps);
    expect((await privacy())?.maybeAt).toBeUndefined();
  });

  it('is not looked for when there is only no network', async () => {
    await readOnce('good:a');
    w.pages.clear();
    await days(10);
    expect(w.asked).not.toContain(meshy.home);
  });
});

describe('another kind of document at the same address', () => {
  it('is said to be one, told to nobody, and looked for on the home page', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'wall other');
    w.pages.set(meshy.home, '<a href="/legal/privacy">Privacy</a>');
    await runDue(w.deps);
    expect(await privacy()).toMatchObject({
      failure: 'other-document',
      maybeAt: ['https://www.meshy.ai/legal/privacy'],
    });
    expect(w.paper.rung).toEqual([]);
  });
});

describe('a page that needs a person', () => {
  async function shell(): Promise<void> {
    publish(w, meshy, 'empty');
    await siteUsed(meshy, w.deps);
  }

  it('is said to be one', async () => {
    await shell();
    expect(await privacy()).toMatchObject({ failure: 'needs-visit' });
    expect((await privacy())?.readAt).toBeUndefined();
  });

  it('is read when a person has opened it, and compared the next time', async () => {
    await shell();
    await policyVisited(meshy, 'privacy', 'good:a', w.deps);
    expect(await privacy()).toMatchObject({ readAt: START });
    expect(await troubles()).toEqual([]);
    expect((await review())?.scorecard?.score).toBe(60);
    w.at.now = nextLook(START);
    await runDue(w.deps);
    expect(await privacy()).toMatchObject({ readAt: START, failure: 'needs-visit' });
    await policyVisited(meshy, 'privacy', 'bad:b', w.deps);
    expect(w.paper.rung).toHaveLength(1);
    expect(await troubles()).toEqual([]);
  });

  it.each(['error', 'empty', ''])(
    'stays one when what the person opened is no policy: "%s"',
    async (html) => {
      await shell();
      const before = await review();
      await policyVisited(meshy, 'privacy', html || 'error', w.deps);
      expect(await review()).toEqual(before);
    },
  );

  it('takes nothing from a page that we can read ourselves, nor for a site that is not used', async () => {
    await policyVisited(meshy, 'privacy', 'bad:b', w.deps);
    expect(await review()).toBeUndefined();
    await readOnce('good:a');
    await policyVisited(meshy, 'privacy', 'bad:b', w.deps);
    expect((await latestSnapshot('meshy', 'privacy', w.db))?.text.plain).toBe('good:a');
    expect(w.paper.rung).toEqual([]);
  });
});

describe('an unchanged answer', () => {
  const validators = { etag: '"1"' };
  let asks: Ask[];

  /** A server that says "unchanged" to whoever shows its validators. */
  async function conditional(): Promise<void> {
    asks = [];
    const { fetchPolicy } = w.deps;
    w.deps.fetchPolicy = async (ask) => {
      asks.push(ask);
      if (ask.validators) return { ok: true, unchanged: true };
      const fetched = await fetchPolicy(ask);
      return fetched.ok ? { ...fetched, validators } : fetched;
    };
    await readOnce('good:a');
    asks.length = 0;
  }

  it('counts as a good look', async () => {
    await conditional();
    await runDue(w.deps);
    expect(asks.map((ask) => ask.validators)).toEqual([validators, validators]);
    expect(await privacy()).toMatchObject({ readAt: w.at.now, since: START });
    expect(await latestSnapshot('meshy', 'privacy', w.db)).toMatchObject({
      firstSeen: START,
      lastSeen: w.at.now,
      html: 'good:a',
    });
  });

  it('is not believed twice in a row, so that a server that errs hides a change for one look at most', async () => {
    await conditional();
    publish(w, meshy, 'bad:b');
    await runDue(w.deps);
    expect(w.paper.rung).toEqual([]);
    w.at.now = nextLook(w.at.now);
    await runDue(w.deps);
    expect(w.paper.rung).toHaveLength(1);
  });

  it('is not asked for when the document has another address by now', async () => {
    await conditional();
    const [first, second] = meshy.policies;
    if (!first || !second) throw new Error('two documents expected');
    w.pages.set('https://www.meshy.ai/legal', 'good:a');
    const moved = { ...meshy, policies: [{ ...first, url: 'https://www.meshy.ai/legal' }, second] };
    await siteUsed(moved, w.deps);
    expect(asks).toEqual([
      { url: 'https://www.meshy.ai/legal', validators: undefined },
      { url: TERMS, validators },
    ]);
  });
});

describe('a server that asks to be left alone', () => {
  it('is', async () => {
    await readOnce('good:a');
    w.deps.fetchPolicy = async ({ url }) => {
      w.asked.push(url);
      return { ok: false, reason: 'http-error', retryAfter: 3 * DAY };
    };
    for (let hour = 0; hour < 71; hour++) {
      await runDue(w.deps);
      w.at.now += DAY / 24;
    }
    expect(w.asked).toHaveLength(2);
    w.at.now += DAY / 24;
    await runDue(w.deps);
    expect(w.asked).toHaveLength(4);
  });
});

describe('what the person chose', () => {
  it.each([
    ['month', 1],
    ['quarter', 3],
    ['half-year', 6],
  ] as const)('holds: a look every %s', async (cadence, months) => {
    await readOnce('good:a');
    w.at.now = START + DAY;
    await saveSettings({ ...USUAL_SETTINGS, cadence }, w.db);
    await cadenceChosen(cadence, w.deps);
    expect(w.asked).toEqual([]);
    expect((await review())?.dueAt).toBe(addMonths(START, months));
    w.at.now = addMonths(START, months) - 1;
    await runDue(w.deps);
    expect(w.asked).toEqual([]);
    w.at.now += 1;
    await runDue(w.deps);
    expect(w.asked).toHaveLength(2);
    expect((await review())?.dueAt).toBe(addMonths(addMonths(START, months), months));
  });

  it('may make a look due at once', async () => {
    await readOnce('good:a');
    w.at.now = START + 40 * DAY;
    await saveSettings({ ...USUAL_SETTINGS, cadence: 'month' }, w.db);
    await cadenceChosen('month', w.deps);
    expect(w.asked).toHaveLength(2);
  });

  it('is silence for a muted site: looked at and remembered, never told, not later either', async () => {
    await readOnce('good:a');
    await saveSettings({ ...USUAL_SETTINGS, muted: ['meshy'] }, w.db);
    publish(w, meshy, 'bad:b');
    await runDue(w.deps);
    expect(await unread()).toHaveLength(1);
    expect(w.paper).toEqual({ rung: [], badge: 0 });
    await saveSettings(USUAL_SETTINGS, w.db);
    await runDue(w.deps);
    expect(w.paper).toEqual({ rung: [], badge: 1 });
    publish(w, meshy, 'bad:c');
    await checkNow('meshy', w.deps);
    expect(w.paper.rung).toHaveLength(1);
  });
});
