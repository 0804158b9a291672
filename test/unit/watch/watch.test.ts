import { beforeEach, describe, expect, it, vi } from 'vitest';
import { latestSnapshot, markRead, readReview, unreadChanges } from '../../../lib/store/index.ts';
import { checkNow, type PolicyEngine, runDue, showCount, siteUsed } from '../../../lib/watch/index.ts';
import { nextLook } from '../../../lib/watch/quarter.ts';
import { DAY, publish, START, siteOf, toyEngine, type World, world } from './help.ts';

const meshy = siteOf('meshy');
let w: World;

beforeEach(() => {
  w = world();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const review = () => readReview('meshy', w.db);
const stateOf = async (kind: string) => (await review())?.documents.find((each) => each.kind === kind);
const unread = () => unreadChanges(undefined, w.db);

/** The first visit with `privacy` as the policy, and the clock at the next quarterly look. */
async function readOnce(privacy: string): Promise<void> {
  publish(w, meshy, privacy);
  await siteUsed(meshy, w.deps);
  w.at.now = nextLook(START);
  w.asked.length = 0;
}

describe('the first visit', () => {
  it('reads both documents at once and tells nothing', async () => {
    publish(w, meshy, 'good:a dated:2026-01-02');
    await siteUsed(meshy, w.deps);
    expect(await review()).toMatchObject({
      usedSince: START,
      dueAt: nextLook(START),
      scorecard: { score: 60 },
    });
    expect(await stateOf('privacy')).toEqual({
      kind: 'privacy',
      url: 'https://www.meshy.ai/privacy-policy',
      readAt: START,
      triedAt: START,
      updated: '2026-01-02',
      since: START,
    });
    expect(w.paper).toEqual({ rung: [], badge: 0 });
  });

  it('is the only thing that makes us ask a site for anything', async () => {
    await runDue(w.deps);
    expect(w.asked).toEqual([]);
  });

  it('does not read again at the next one', async () => {
    await readOnce('good:a');
    w.at.now = START + DAY;
    await siteUsed(meshy, w.deps);
    expect(w.asked).toEqual([]);
  });

  it('reads once when ten frames report it at the same time', async () => {
    publish(w, meshy, 'good:a');
    await Promise.all(Array.from({ length: 10 }, () => siteUsed(meshy, w.deps)));
    expect(w.asked).toHaveLength(2);
  });

  it('has no grade when nothing could be read', async () => {
    await siteUsed(meshy, w.deps);
    expect((await review())?.scorecard).toBeUndefined();
    expect(await stateOf('terms')).toMatchObject({ failure: 'offline', failures: 1 });
  });

  it('scores what it could read when one document of two is an error page', async () => {
    publish(w, meshy, 'good:a', 'error');
    await siteUsed(meshy, w.deps);
    expect((await review())?.scorecard?.score).toBe(60);
    expect(await stateOf('terms')).toMatchObject({ failure: 'error-page' });
    expect(await latestSnapshot('meshy', 'terms', w.db)).toBeUndefined();
  });
});

describe('the quarterly look', () => {
  it('comes when it is due and not before', async () => {
    await readOnce('good:a');
    w.at.now = nextLook(START) - 1;
    await runDue(w.deps);
    expect(w.asked).toEqual([]);
    w.at.now = nextLook(START);
    await runDue(w.deps);
    expect(w.asked).toHaveLength(2);
    expect((await review())?.dueAt).toBe(nextLook(nextLook(START)));
  });

  it('tells once that a red flag came and a green one went, the worst first', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'bad:b', 'bad:c terms');
    await runDue(w.deps);
    await runDue(w.deps);
    expect(w.paper.rung).toHaveLength(1);
    expect(w.paper.rung[0]).toMatchObject({ id: 'change:meshy', note: { title: 'Meshy: now flag bad:b' } });
    expect(w.paper.rung[0]?.note.message).toContain('Meshy: now flag bad:c');
    expect(w.paper.badge).toBe(2);
    expect((await review())?.scorecard?.score).toBe(30);
  });

  it.each([
    ['the same text', 'good:a word'],
    ['another date', 'good:a word dated:2027-01-01'],
    ['another layout', '<b> good:a word </b>'],
  ])('tells nothing of %s', async (_what, page) => {
    await readOnce('good:a word');
    publish(w, meshy, page);
    await runDue(w.deps);
    expect(w.paper).toEqual({ rung: [], badge: 0 });
    expect(await latestSnapshot('meshy', 'privacy', w.db)).toMatchObject({
      id: 1,
      firstSeen: START,
      lastSeen: w.at.now,
      text: { plain: page },
    });
  });

  it('notes the document’s own new date', async () => {
    await readOnce('good:a dated:2026-01-01');
    publish(w, meshy, 'good:a dated:2027-01-01');
    await runDue(w.deps);
    expect((await stateOf('privacy'))?.updated).toBe('2027-01-01');
  });

  it('compares with the words of the last look, so that a date moved earlier does not announce a later change', async () => {
    await readOnce('good:a dated:2026-01-01');
    publish(w, meshy, 'good:a dated:2027-01-01');
    await runDue(w.deps);
    publish(w, meshy, 'bad:a dated:2027-01-01');
    await checkNow('meshy', w.deps);
    expect((await unread())[0]?.change.announced).toBe(false);
  });

  it.each([
    ['no network', undefined, 'offline'],
    ['an error page', 'error', 'error-page'],
    ['a page that lost its text', 'wall', 'not-a-policy'],
  ])('keeps what it had at %s, and tries again soon', async (_what, page, failure) => {
    await readOnce('good:a');
    if (page) publish(w, meshy, page);
    else w.pages.clear();
    await runDue(w.deps);
    expect(await stateOf('privacy')).toMatchObject({
      readAt: START,
      triedAt: w.at.now,
      failure,
      failures: 1,
    });
    expect((await review())?.scorecard?.score).toBe(60);
    expect(await latestSnapshot('meshy', 'privacy', w.db)).toMatchObject({ lastSeen: START });
    expect(w.paper).toEqual({ rung: [], badge: 0 });
    publish(w, meshy, 'bad:b');
    w.at.now += 60_000;
    await runDue(w.deps);
    expect(w.paper.rung).toHaveLength(1);
    expect(await stateOf('privacy')).toEqual(expect.not.objectContaining({ failure: expect.anything() }));
  });

  it('asks only for the document that failed when it tries again', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'good:a', 'error');
    w.pages.set(meshy.home, '');
    await runDue(w.deps);
    w.asked.length = 0;
    w.at.now += DAY;
    await runDue(w.deps);
    expect(w.asked).toEqual(['https://www.meshy.ai/terms-of-use']);
  });

  it('does not let one site keep another from its look', async () => {
    const tripo = siteOf('tripo');
    publish(w, tripo, 'good:a');
    await siteUsed(tripo, w.deps);
    await readOnce('good:a');
    publish(w, tripo, 'bad:b');
    const { fetchPolicy } = w.deps;
    w.deps.fetchPolicy = async (policy) => {
      if (policy.url.includes('meshy')) throw new Error('a mistake of ours');
      return fetchPolicy(policy);
    };
    await runDue(w.deps);
    expect(w.paper.rung.map(({ id }) => id)).toEqual(['change:tripo']);
  });

  it('tells of a change that no rule knows', async () => {
    await readOnce('word');
    publish(w, meshy, 'other words');
    await runDue(w.deps);
    expect(w.paper.rung[0]?.note.title).toBe('Meshy: the privacy policy changed, and its own date did not');
  });
});

describe('the clock', () => {
  it('may go back a month without a second look', async () => {
    await readOnce('good:a');
    w.at.now = START - 30 * DAY;
    await runDue(w.deps);
    expect(w.asked).toEqual([]);
  });

  it('may have been years ahead without putting off the next look', async () => {
    w.at.now = START + 3_000 * DAY;
    await readOnce('good:a');
    w.at.now = START;
    await runDue(w.deps);
    expect(w.asked).toHaveLength(2);
    expect((await review())?.dueAt).toBe(nextLook(START));
  });

  it('may flicker without a storm', async () => {
    await readOnce('good:a');
    for (let n = 0; n < 20; n++) {
      w.at.now = START + (n % 2 === 0 ? -40 : 40) * DAY;
      await runDue(w.deps);
    }
    expect(w.asked).toEqual([]);
  });
});

describe('a new engine', () => {
  it('scores again what is stored, asks for nothing and tells nothing', async () => {
    await readOnce('good:a');
    w.at.now = START + DAY;
    const engine = toyEngine('2');
    await runDue({ ...w.deps, engine });
    await runDue({ ...w.deps, engine });
    expect((await review())?.scorecard?.engine).toBe('2');
    expect(await review()).toMatchObject({ dueAt: nextLook(START), usedSince: START });
    expect(w.asked).toEqual([]);
    expect(w.paper).toEqual({ rung: [], badge: 0 });
  });
});

describe('an engine that reads pages in another way', () => {
  /** Sees the same page, and takes every word of it in capitals. */
  const loud = (): PolicyEngine => {
    const quiet = toyEngine('2');
    return { ...quiet, extractPolicy: (html, url) => quiet.extractPolicy(html.replace('word', 'WORD'), url) };
  };

  it('does not mistake its own new way for a new policy', async () => {
    await readOnce('good:a word');
    await runDue({ ...w.deps, engine: loud() });
    expect(w.asked).toHaveLength(2);
    expect(w.paper).toEqual({ rung: [], badge: 0 });
    expect(await latestSnapshot('meshy', 'privacy', w.db)).toMatchObject({
      id: 1,
      engine: '2',
      text: { plain: 'good:a WORD' },
    });
  });

  it('still sees a new policy', async () => {
    await readOnce('good:a word');
    publish(w, meshy, 'bad:b word');
    await runDue({ ...w.deps, engine: loud() });
    expect(w.paper.rung).toHaveLength(1);
  });

  it('reads again what is stored before any look is due', async () => {
    await readOnce('good:a word');
    w.at.now = START + DAY;
    await runDue({ ...w.deps, engine: loud() });
    expect(w.asked).toEqual([]);
    expect((await latestSnapshot('meshy', 'privacy', w.db))?.text.plain).toBe('good:a WORD');
    expect(w.paper).toEqual({ rung: [], badge: 0 });
  });
});

describe('a catalogue that changed', () => {
  it('is followed: a document that moved is read at its new place, and compared with the old', async () => {
    await readOnce('good:a');
    w.at.now = START + DAY;
    const [privacy, terms] = meshy.policies;
    if (!privacy || !terms) throw new Error('two documents expected');
    const moved = { ...meshy, policies: [{ ...privacy, url: 'https://www.meshy.ai/legal' }, terms] };
    w.pages.set('https://www.meshy.ai/legal', 'bad:b');
    await siteUsed(moved, w.deps);
    expect(w.asked).toEqual(['https://www.meshy.ai/legal']);
    expect(w.paper.rung).toHaveLength(1);
  });
});

describe('check now', () => {
  it('reads everything, due or not, and a site never used before', async () => {
    publish(w, meshy, 'good:a');
    expect(await checkNow('meshy', w.deps)).toBe(true);
    expect(await checkNow('meshy', w.deps)).toBe(true);
    expect(w.asked).toHaveLength(4);
  });

  it('knows only the catalogue', async () => {
    expect(await checkNow('https://evil.example/', w.deps)).toBe(false);
    expect(w.asked).toEqual([]);
  });
});

describe('reading a change', () => {
  it('takes it off the badge, and it is not told again', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'bad:b');
    await runDue(w.deps);
    await markRead(
      (await unread()).map(({ id }) => id),
      w.db,
    );
    await showCount(w.deps);
    expect(w.paper.badge).toBe(0);
    await runDue(w.deps);
    expect(w.paper.rung).toHaveLength(1);
  });

  it('is offered again when the notification could not be shown', async () => {
    await readOnce('good:a');
    publish(w, meshy, 'bad:b');
    const { bell } = w.deps;
    const mute = { ...bell, notify: async () => Promise.reject(new Error('no icon')) };
    await runDue({ ...w.deps, bell: mute });
    expect(w.paper.badge).toBe(1);
    await runDue(w.deps);
    expect(w.paper.rung).toHaveLength(1);
  });
});
