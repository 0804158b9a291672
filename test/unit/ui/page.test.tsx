import { describe, expect, test } from 'vitest';
import { START_SCORE } from '../../../lib/policy/score/arithmetic.ts';
import { scoreHits } from '../../../lib/policy/score/index.ts';
import { TOPICS } from '../../../lib/policy/types.ts';
import type { SiteCard } from '../../../lib/sites/types.ts';
import { PopupPage } from '../../../lib/ui/components/PopupPage.tsx';
import { loadMore } from '../../../lib/ui/more.ts';
import type { Actions, Check, Found, PopupView, SiteView, UnknownView } from '../../../lib/ui/view.ts';
import { newsOf } from '../../../lib/ui/words/news.ts';
import { topicWords } from '../../../lib/ui/words/topics.ts';
import { readCards } from '../../../rules/sites/read.ts';
import { html, text } from './html.ts';
import {
  ARBITRATION,
  card,
  change,
  documents,
  FULL_CARD,
  LEDGER,
  NO_TRAINING,
  NOW,
  review,
  SITE,
  siteView,
  TRAINS,
} from './views.ts';

const ACTIONS = new Proxy({} as Actions, { get: () => () => {} });

await loadMore();

const cardOf = (id: string) => readCards().find((card) => card.id === id) as SiteCard;
const LOOKALIKE = cardOf('kaidim-com');
const REAL = cardOf('kaedim');

const page = (view: PopupView, check: Check = 'idle') => (
  <PopupPage view={view} check={check} actions={ACTIONS} />
);
const read = (view: PopupView, check?: Check) => text(page(view, check));
const never = { triedAt: NOW, readAt: undefined } as const;

describe('on a site whose policies are read', () => {
  const shown = read(siteView());

  test('says name, verdict, grade and score', () => {
    expect(shown).toContain('Tripo Not for unreleased work');
    expect(shown).toContain('Grade D, 41 of 100');
  });

  test('names every topic with its verdict in words', () => {
    for (const topic of TOPICS) expect(shown).toContain(topicWords(topic).name);
    expect(shown).toContain('2 bad 1 mixed 1 good 6 not stated');
    expect(shown).toMatch(/AI training Bad/);
    expect(shown).toMatch(/Keeping and deleting Mixed/);
    expect(shown).toMatch(/Licence and ownership Good/);
    expect(shown).toMatch(/Visibility Not stated/);
  });

  test('a topic without a word in the documents is neither good nor bad', () => {
    expect(shown).toContain('The documents we read do not say. That is neither a yes nor a no.');
    expect(shown).toContain('Ask them: Are stored files encrypted?');
  });

  test('shows red before green, each with its quote and a link to the place', () => {
    const training = shown.slice(shown.indexOf('AI training'), shown.indexOf('Keeping and deleting'));
    expect(training.indexOf(TRAINS.quote)).toBeGreaterThan(-1);
    expect(training.indexOf(TRAINS.quote)).toBeLessThan(training.indexOf(NO_TRAINING.quote));
    expect(html(page(siteView()))).toContain(
      'href="https://www.tripo3d.ai/privacy#:~:text=Your%20files%20are%20never%20used%20for%20training%20without%20your%20consent."',
    );
  });

  test('shows a flag once, however often it is said, with the other places behind it', () => {
    const again = { ...TRAINS, quote: 'We train on your uploads.', start: 900 };
    const training = { verdict: 'bad', flags: [TRAINS, again] } as const;
    const often = card({ training: { ...training, flags: [...training.flags] } });
    const twice = read(siteView({ review: review({ scorecard: often }) }));
    expect(twice.match(/Against you: /g)).toHaveLength(1);
    expect(twice).toContain('Said in 1 more place We train on your uploads.');
  });

  test('a promise that is taken back is not shown as one to rely on', () => {
    expect(shown).toMatch(
      /Promised, but taken back: [^.]+ Taken back elsewhere: [^.]+\. Do not rely on this/,
    );
    const kept = { ...FULL_CARD, contradictions: [] };
    expect(read(siteView({ review: review({ scorecard: kept }) }))).not.toContain('taken back');
  });

  test('opens the arithmetic: every point with its flag, the questions and the cap', () => {
    const scored = scoreHits([TRAINS, NO_TRAINING], ['privacy', 'terms']);
    const counted = read(siteView({ review: review({ scorecard: scored }) }));
    expect(counted).toContain(`How ${scored.score} of 100 comes about`);
    expect(counted).toContain(`Every site starts with ${START_SCORE}`);
    expect(counted).toContain('May train AI on your content −10');
    expect(counted).toContain(
      'Says it does not train AI on your content (taken back: May train AI on your content) 0',
    );
    expect(counted).toContain(`${scored.unanswered.length} questions left open −${scored.unanswered.length}`);
    expect(counted).toContain('max 44');
  });

  test('both readings are in sight, and the chosen one is read', () => {
    const scored = scoreHits([TRAINS, ARBITRATION], ['privacy']);
    const view = (work?: 'client') => siteView({ review: review({ scorecard: scored }), work });
    const [hobby, client] = [view(), view('client')].map((one) => read(one));
    const { readings } = scored;
    for (const shown of [hobby, client]) {
      expect(shown).toContain(`Public or hobby ${readings?.public.grade}`);
      expect(shown).toContain(`Client or unreleased ${readings?.client.grade}`);
    }
    expect(hobby).toContain(readings?.public.verdict);
    expect(client).toContain('Not for client work: trains AI on uploads with no way out.');
    expect(client).toContain(`How ${readings?.client.score} of 100 comes about`);
    expect(client).toContain('count half as much again');
    expect(hobby).not.toContain('count half as much again');
  });

  test('a card of an older engine has one reading and no switch', () => {
    expect(html(page(siteView()))).not.toContain('name="work"');
  });

  test('the open questions are a letter ready to be sent', () => {
    expect(html(page(siteView()))).toContain('href="mailto:?subject=Questions%20about%20how%20Tripo');
    expect(read(siteView({ copied: true }))).toContain('Copy it Copied');
  });

  test('sets contradicting quotes side by side', () => {
    const both = shown.slice(shown.indexOf('Where they contradict themselves'));
    expect(both).toContain(`They promise ${NO_TRAINING.quote}`);
    expect(both).toContain(`But they also say ${TRAINS.quote}`);
  });

  test('lists open questions, documents with their dates, and the next review', () => {
    expect(shown).toContain('3 questions to ask Tripo');
    expect(shown).toContain('Last read 3 days ago. Dated 14 May 2026 by the site.');
    expect(shown).toContain('The document shows no date of its own.');
    expect(shown).toContain('Next review: 22 February 2027 Last read 3 days ago Check now');
  });

  test('leaves out sections that have nothing to say', () => {
    const bare = siteView({
      review: review({ scorecard: { ...FULL_CARD, contradictions: [], unanswered: [] } }),
    });
    expect(read(bare)).not.toMatch(/contradict|leave open|other sites/);
  });
});

describe('what a person must know before trusting a grade', () => {
  test('a reading that could not be renewed says how old it is', () => {
    const old = documents({ failure: 'offline', triedAt: NOW }, { failure: 'offline', triedAt: NOW });
    const shown = read(siteView({ review: review({ documents: old }) }));
    expect(shown).toContain('An older reading: last read 3 days ago');
    expect(shown).toContain('Grade D');
  });

  test('one document of two is said to be one', () => {
    const one = siteView({
      review: review({
        scorecard: { ...FULL_CARD, documents: ['privacy'] },
        documents: documents({}, { ...never, failure: 'error-page' }),
      }),
    });
    expect(read(one)).toContain('Only the privacy policy was read');
    expect(read(one)).toContain('Terms of use: The site showed an error page instead of the policy.');
  });

  test('policies that could not be read have no grade, a reason and a link', () => {
    const unreadable = siteView({
      review: review({
        scorecard: undefined,
        documents: documents({ ...never, failure: 'empty' }, { ...never, failure: 'language' }),
      }),
    });
    const shown = read(unreadable);
    expect(shown).toContain('The policies could not be read');
    expect(shown).toContain('The page came back without any text.');
    expect(shown).not.toMatch(/Grade|of 100/);
    expect(html(page(unreadable))).toContain('href="https://www.tripo3d.ai/terms"');
  });

  test('a card without a grade is unreadable, not an F', () => {
    const ungraded = siteView({
      review: review({
        scorecard: { ...FULL_CARD, grade: null, score: null },
        documents: documents({ ...never, failure: 'empty' }, { ...never, failure: 'empty' }),
      }),
    });
    expect(read(ungraded)).toContain('The policies could not be read');
  });

  test('a site never read is being read', () => {
    const tried = { ...never, updated: undefined };
    const reading = review({ scorecard: undefined, documents: documents(tried, tried) });
    expect(read(siteView({ review: reading }))).toContain('Reading what you agree to here…');
  });

  test('a site whose reading nobody started is not said to be being read', () => {
    const shown = read(siteView({ review: undefined }));
    expect(shown).toContain('Nobody has read these for you yet');
    expect(shown).not.toMatch(/Reading|under way/);
  });

  test('without permission nothing claims that files are cleaned', () => {
    for (const known of [undefined, review(), review({ scorecard: undefined })]) {
      const shown = read(siteView({ permitted: false, review: known }));
      expect(shown).toContain('Files are not cleaned here until you allow it. Allow on Tripo');
      expect(shown).not.toMatch(/are (?:all |still )?cleaned/);
    }
  });
});

describe('a page without its guard', () => {
  test.each([undefined, review(), review({ scorecard: undefined })])(
    'claims nowhere that files are cleaned',
    (known) => {
      const shown = read(siteView({ guard: 'absent', review: known }));
      expect(shown).toContain('Files you give it now are not cleaned. Reload it first. Reload the page');
      expect(shown).not.toMatch(/are (?:all |still )?cleaned/);
    },
  );

  test('that is only partly guarded says so', () => {
    expect(read(siteView({ guard: 'limited' }))).toContain('This page is only partly guarded');
    expect(read(siteView())).not.toContain('guarded');
  });

  test('speaks of the permission first, without which a reload helps nothing', () => {
    expect(read(siteView({ guard: 'absent', permitted: false }))).not.toContain('Reload the page');
  });
});

test('boxes of other companies in a guarded page are named, and where there are none nothing is said', () => {
  const boxes = read(siteView({ strangers: ['pick.example', 'boxes.example'] }));
  expect(boxes).toContain('It holds boxes of pick.example and boxes.example.');
  expect(read(siteView())).not.toContain('boxes of');
});

describe('what happened', () => {
  test('files and uploads of this tab: names and kinds', () => {
    const shown = read(siteView({ ledger: LEDGER }));
    expect(shown).toContain('Upload to cdn.example.net Not encrypted. Nothing was sent.');
    expect(shown).toContain('IMG_2041.jpg Removed: location, details of the camera and preview image.');
    expect(shown).toContain('3 earlier entries');
  });

  test('a change: headline, what came and went, the words, the score, and its silence', () => {
    const shown = read(siteView({ changes: [change()] }));
    expect(shown).toContain(`Privacy policy changed, seen 21 November 2026 ${newsOf(change())}`);
    expect(shown).toMatch(/New: /);
    expect(shown).toMatch(/No longer: /);
    expect(shown).toContain('Score of this document alone: 68 before, 41 now. Changed silently');
    expect(shown).toContain('3 passages changed');
    expect(shown).toContain('Before: We keep files for 30 days. Now: We keep files as long as we need them.');
  });

  test('a gained green and a lost red are good news, the other way round bad news', () => {
    const moves = (gained: typeof TRAINS, lost: typeof TRAINS) => {
      const { change: was } = change();
      return html(
        page(
          siteView({ changes: [change({ change: { ...was, flagsGained: [gained], flagsLost: [lost] } })] }),
        ),
      );
    };
    expect(moves(TRAINS, NO_TRAINING).match(/class="(worse|better)"/g)).toEqual([
      'class="worse"',
      'class="worse"',
    ]);
    expect(moves(NO_TRAINING, TRAINS).match(/class="(worse|better)"/g)).toEqual([
      'class="better"',
      'class="better"',
    ]);
  });

  test('a change announced by its date is not called silent', () => {
    const { change: was } = change();
    expect(read(siteView({ changes: [change({ change: { ...was, announced: true } })] }))).not.toContain(
      'silently',
    );
  });

  test('changes of other sites are shown wherever the popup opens', () => {
    const elsewhere = [change({ id: 9, site: 'meshy', headline: 'in the words of that day' })];
    const unknown: PopupView = { kind: 'unknown', elsewhere, now: NOW };
    for (const view of [siteView({ elsewhere }), unknown]) expect(read(view)).toContain('Meshy: now ');
  });

  test.each<[Check, string]>([
    ['busy', 'Reading the policies now… Checking…'],
    ['done', 'Checked just now. Check now'],
    ['failed', 'Not everything could be read. Check now'],
  ])('check now, %s', (check, words) => {
    expect(read(siteView(), check)).toContain(words);
  });
});

describe('on a page that no site of the catalogue is', () => {
  const unknown: UnknownView = {
    kind: 'unknown',
    host: 'example.com',
    origin: 'https://example.com',
    elsewhere: [],
    now: NOW,
  };

  test('it says that nothing is guarded, and how that can change', () => {
    const shown = read(unknown);
    expect(shown).toContain('example.com Meshwarden does not guard this page');
    expect(shown).toContain('Guard this site');
    expect(shown).toContain('Score this page’s policy');
    expect(shown).not.toContain('Check now');
  });

  test('reminds of delivered projects wherever the popup opens', () => {
    const due = [{ site: 'tripo', project: 'Dragon', madeAt: 0, dueAt: NOW - 1 }];
    const reminded = read({ kind: 'unknown', elsewhere: [], due, now: NOW });
    expect(reminded).toMatch(/1 reminder is due .+ they were given to: Dragon\. Show the reminders/);
    expect(read(siteView({ due }))).toContain('1 reminder is due');
    expect(read(siteView({}))).not.toContain('due');
  });

  test('that no extension may run on, it offers nothing', () => {
    const shown = read({ kind: 'unknown', elsewhere: [], now: NOW });
    expect(shown).toContain('There is nothing to guard here');
    expect(shown).not.toMatch(/Guard this site|Score this page/);
  });

  test.each<[Found, string]>([
    [{ kind: 'busy' }, 'Reading…'],
    [{ kind: 'closed' }, 'The browser does not let us look'],
    [{ kind: 'nothing' }, 'No policy found'],
    [
      { kind: 'links', more: [{ kind: 'terms', url: 'https://legal.example/terms' }] },
      'Terms of use (opens in a new tab) legal.example/terms',
    ],
  ])('a look around, %#', (found, words) => {
    expect(read({ ...unknown, found })).toContain(words);
  });

  test('a policy that was found is scored, with its quotes and what is left to read', () => {
    const card = scoreHits([TRAINS], ['privacy']);
    const sources = { privacy: 'https://example.com/privacy' };
    const more = [{ kind: 'terms', url: 'https://example.com/terms' }] as const;
    const shown = read({ ...unknown, found: { kind: 'scored', card, sources, more: [...more] } });
    expect(shown).toContain(`Grade ${card.grade}`);
    expect(shown).toContain(TRAINS.quote);
    expect(shown).toContain('does not keep it and does not watch it');
    expect(shown).toContain('Not read; open it and ask again there: Terms of use');
  });
});

describe('on a site of the catalogue that is not guarded', () => {
  const known = (site: SiteCard, real?: SiteCard) =>
    read({ kind: 'known', host: 'kaidim.com', site, real, elsewhere: [], now: NOW });

  test('a lookalike: whose name it bears and where the real one is, and no grade', () => {
    const shown = known(LOOKALIKE, REAL);
    expect(shown).toContain('kaidim.com This is not Kaedim');
    expect(shown).toContain('Do not give it unreleased work');
    expect(shown).toContain(`Go to the real one: ${REAL.name}`);
    expect(shown).not.toMatch(/Guard this site|Grade/);
  });

  test('one that has ended, and one that takes text alone', () => {
    const { imitates: _, ...plain } = LOOKALIKE;
    expect(known({ ...plain, status: 'retired' })).toContain('has ended');
    expect(known({ ...plain, status: 'live', uploads: ['text'] })).toContain('takes no files');
  });
});

describe('before generating', () => {
  const list = (more: Partial<SiteView> = {}) => read(siteView(more));

  test('counts what is done for the project on this site, and not elsewhere', () => {
    const projects: SiteView['projects'] = [
      { name: 'Dragon', chosenAt: 1, work: 'client', ticks: { [SITE.id]: ['own'], meshy: ['private'] } },
    ];
    expect(list({ projects, work: 'client' })).toContain('4 of 6 checked Dragon');
    expect(list()).toContain('2 of 6 checked No project');
  });

  test('what is unread, unguarded or not said yet stays open', () => {
    const open = list({ changes: [change()], guard: 'absent' });
    expect(open).toContain('0 of 6 checked');
    expect(open).toContain('The terms changed: read what is new');
    expect(open).toContain('files are not cleaned');
    expect(open).toContain('Say what kind of work it is');
  });

  test('names the site’s own private mode with how it was seen, or says that none is known', () => {
    const fact = { text: 'Switch it on under Account.', seen: 'secondary', on: '2026-11-22' } as const;
    const privateMode = { ...fact, plan: 'paid', url: 'https://studio.tripo3d.ai/settings' } as const;
    const shown = list({ site: { ...SITE, facts: { privateMode } } });
    expect(shown).toContain(
      'Switch it on under Account. second-hand It takes a paid plan. Open the site’s setting',
    );
    expect(list()).toContain('Meshwarden does not know of one here');
  });

  test('is not kept in a private window', () => {
    const shown = list({ privately: true });
    expect(shown).toContain('Private window');
    expect(shown).not.toContain('of 6 checked');
  });
});

describe('a site that the person', () => {
  test('without a known policy says so, and has nothing to check', () => {
    const shown = read(siteView({ review: undefined, site: { ...SITE, policies: [] } }));
    expect(shown).toContain('No policy of this site is known');
    expect(shown).toContain('no address of its privacy policy');
    expect(shown).not.toContain('Check now');
  });

  test('added has no grade and no review, and can be let go', () => {
    const shown = read(siteView({ added: true, review: undefined, site: { ...SITE, policies: [] } }));
    expect(shown).toContain('You added this site');
    expect(shown).toContain('Guard this site no longer');
    expect(shown).not.toMatch(/Check now|Not read yet|Do not ring/);
  });

  test('did not add but their organisation did cannot be let go', () => {
    const shown = read(siteView({ added: 'managed', review: undefined, site: { ...SITE, policies: [] } }));
    expect(shown).toContain('Your organisation added this site');
    expect(shown).not.toContain('Guard this site no longer');
  });

  test('put aside for client work warns louder when the project is such', () => {
    expect(read(siteView({ notForClients: true }))).toContain('It is fine for work of your own.');
    const client = html(page(siteView({ notForClients: true, work: 'client' })));
    expect(client).toContain('notice-bad');
    expect(client).toContain('Use another site for it.');
    const managed = read(siteView({ notForClients: 'managed' }));
    expect(managed).toContain('Your organisation has put this site aside');
    expect(managed).not.toContain('Not for client work any more');
  });

  test('muted shows it', () => {
    expect(html(page(siteView({ muted: true })))).toContain('aria-checked="true"');
  });

  test.each([
    ['month', 1],
    ['quarter', 3],
    ['half-year', 6],
  ] as const)('reviewed every %s offers the reviews for the calendar as often', (cadence, months) => {
    const shown = html(page(siteView({ cadence })));
    const file = /href="data:text\/calendar;charset=utf-8,([^"]*)"/.exec(shown)?.[1] ?? '';
    expect(decodeURIComponent(file)).toContain('DTSTART;VALUE=DATE:20270222');
    expect(decodeURIComponent(file)).toContain(`RRULE:FREQ=MONTHLY;INTERVAL=${months}\r\n`);
  });
});

test('notes that cannot be read: the reason and the way to the documents', () => {
  const shown = read({ kind: 'damaged', site: SITE, reason: 'There is no room left.' });
  expect(shown).toContain('There is no room left.');
  expect(shown).toContain('Privacy policy');
});

test('every view has one main, one first heading, and no heading level left out', () => {
  const views: PopupView[] = [
    siteView({ changes: [change()], elsewhere: [change({ id: 9 })], ledger: LEDGER }),
    siteView({ review: undefined }),
    { kind: 'unknown', elsewhere: [], now: NOW },
    { kind: 'known', host: 'kaidim.com', site: LOOKALIKE, elsewhere: [], now: NOW },
    { kind: 'damaged', reason: '' },
  ];
  for (const view of views) {
    const levels = Array.from(html(page(view)).matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    expect(html(page(view)).match(/<main/g)).toHaveLength(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
});
