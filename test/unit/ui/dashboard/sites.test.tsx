import { describe, expect, test } from 'vitest';
import { allCards } from '../../../../lib/sites/cards.ts';
import type { SiteCard } from '../../../../lib/sites/types.ts';
import { addressIn, OwnSiteEntry } from '../../../../lib/ui/dashboard/sites/AddedSites.tsx';
import { siteColumns } from '../../../../lib/ui/dashboard/sites/columns.tsx';
import { fits, type SiteRow, siteRows } from '../../../../lib/ui/dashboard/sites/rows.ts';
import { SiteFacts } from '../../../../lib/ui/dashboard/sites/SiteFacts.tsx';
import { ownSites } from '../../../../lib/ui/dashboard/sites/SitesPage.tsx';
import { DataTable } from '../../../../lib/ui/dashboard/table/DataTable.tsx';
import { html, text } from '../html.ts';

const CARDS = await allCards();
const card = (id: string) => CARDS.find((each) => each.id === id) as SiteCard;
const LOOKALIKE = CARDS.find(({ status }) => status === 'lookalike') as SiteCard;
const RETIRED = CARDS.find(({ status }) => status === 'retired') as SiteCard;
const TEXT_ONLY: SiteCard = { ...card('tripo'), id: 'words', uploads: ['text'] };

const CHOSEN = [card('tripo'), card('meshy'), LOOKALIKE, RETIRED, TEXT_ONLY];
const rows = await siteRows(CHOSEN, {
  hasAccess: async (origins) => !origins.some((origin) => origin.includes('meshy')),
});

const doNothing = () => {};
const draw = (which: readonly SiteRow[]) =>
  text(
    <DataTable
      caption=""
      columns={siteColumns(undefined, () => {})}
      rows={which}
      keyOf={({ card }) => card.id}
    />,
  );

describe('how a site stands', () => {
  test('guarded, kept out of it, not to be guarded, ended, or a lookalike', () => {
    expect(rows.map(({ standing }) => standing)).toEqual([
      'guarded',
      'barred',
      'lookalike',
      'retired',
      'text-only',
    ]);
  });

  test('is a word in the table', () => {
    const drawn = draw(rows);
    for (const words of ['Guarded', 'Not allowed', 'Lookalike', 'Has ended', 'Text only'])
      expect(drawn).toContain(words);
  });

  test('never is "guarded" for a lookalike of the catalogue', async () => {
    const all = await siteRows(CARDS, { hasAccess: async () => true });
    expect(
      all.filter(({ card: { status }, standing }) => status === 'lookalike' && standing !== 'lookalike'),
    ).toEqual([]);
  });
});

test('sites of one’s own: those the organisation wants come first, also where the browser does not let us in yet', async () => {
  const added = [
    { origin: 'https://mine.example', addedAt: 5 },
    { origin: 'http://127.0.0.1', addedAt: 6 },
  ];
  const sites = ['https://ai.studio.example', 'http://127.0.0.1'];
  const own = await ownSites(added, { sites }, { hasAccess: async ([one]) => one === 'http://127.0.0.1/*' });
  expect(own).toEqual([
    { origin: 'https://ai.studio.example', addedAt: 0, isBarred: true, isDecided: true },
    { origin: 'https://mine.example', addedAt: 5, isBarred: true, isDecided: false },
    { origin: 'http://127.0.0.1', addedAt: 6, isBarred: false, isDecided: true },
  ]);
  const drawn = own.map((site) => (
    <OwnSiteEntry key={site.origin} site={site} onAllow={doNothing} onRemove={doNothing} />
  ));
  expect(text(drawn[0])).toBe(
    'https://ai.studio.example Set by your organisation The browser does not let Meshwarden in. Allow on ai.studio.example',
  );
  expect(text(drawn[1])).toMatch(/^https:\/\/mine\.example The browser .* Allow on mine.example Remove$/);
});

test('the filter: guarded or not, warned of, and what was typed', () => {
  const ids = (...how: ['all' | 'guarded' | 'warned', string]) =>
    rows.filter((row) => fits(row, ...how)).map(({ card }) => card.id);
  expect(ids('guarded', '')).toEqual(['tripo', 'meshy']);
  expect(ids('warned', '')).toEqual([LOOKALIKE.id, RETIRED.id]);
  expect(ids('all', 'MESHY')).toEqual(['meshy']);
});

describe('the facts of a site', () => {
  test('each say how they were seen, and when', () => {
    const shown = text(<SiteFacts card={card('tripo')} />);
    expect(shown).toContain(`${card('tripo').facts.freePlan?.text} seen second-hand, 17 September 2026`);
    expect(shown).toContain('https://studio.tripo3d.ai/* seen second-hand');
  });

  test('are marked where they are not sure', () => {
    const fact = { text: 'Somebody said so.', seen: 'untraced', on: '2026-11-22' } as const;
    const unsure: SiteCard = { ...card('tripo'), facts: { retention: fact } };
    expect(html(<SiteFacts card={unsure} />)).toMatch(
      /class="seen seen-unsure">source lost, 22 November 2026</,
    );
    const trains: SiteCard = { ...unsure, facts: { training: { ...fact, answer: 'no' } } };
    expect(draw([{ card: trains, standing: 'guarded' }])).toContain('No unsure');
  });

  test('that are not known are said to be so, not left blank', () => {
    expect(draw([{ card: { ...card('tripo'), facts: {} }, standing: 'guarded' }])).toMatch(
      /not known not known not known$/,
    );
  });

  test('of a lookalike begin with whose name it bears', () => {
    expect(text(<SiteFacts card={LOOKALIKE} />)).toMatch(
      new RegExp(`^This is not ${LOOKALIKE.imitates?.name}.*Somebody else runs it`),
    );
  });

  test.each(CARDS.map((each) => [each.id, each] as const))('of %s can all be shown', (_, each) => {
    const shown = html(<SiteFacts card={each} />);
    for (const fact of Object.values(each.facts)) expect(shown).toContain(fact.text);
    expect(shown).not.toMatch(/undefined|\[object|dash_/);
  });
});

test.each([
  ['render.example', 'https://render.example'],
  ['  http://render.example/make ', 'http://render.example/make'],
])('%o is the address %s', (typed, address) => {
  expect(addressIn(typed)).toBe(address);
});
