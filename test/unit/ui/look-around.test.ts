import { expect, test, vi } from 'vitest';
import { lookAround } from '../../../lib/ui/look-around.ts';
import { policyPage } from '../../browser/policy-page.ts';
import { TRAINS } from './views.ts';

const HOME = 'https://vendor.example/';
const home = (...links: string[]) =>
  `<!doctype html><title>Vendor</title><p>Make things.</p>${links.join(' ')}`;
const PRIVACY = '<a href="/privacy">Privacy Policy</a>';
const TERMS_ELSEWHERE = '<a href="https://legal.vendor.example/terms">Terms of Service</a>';
const policy = (title: string) => policyPage(title, 'June 4, 2026', [TRAINS.quote]);

test('a page that links to a policy of its own origin: it is fetched there, read and scored', async () => {
  const fetchHere = vi.fn(async () => policy('Privacy Policy'));
  const found = await lookAround(
    { url: HOME, title: 'Vendor', html: home(PRIVACY, TERMS_ELSEWHERE) },
    fetchHere,
  );
  expect(fetchHere.mock.calls).toEqual([['https://vendor.example/privacy']]);
  if (found.kind !== 'scored') throw new Error(found.kind);
  expect(found.card.topics.training.flags[0]?.quote).toBe(TRAINS.quote);
  expect(found.sources).toEqual({ privacy: 'https://vendor.example/privacy' });
  expect(found.more).toEqual([{ kind: 'terms', url: 'https://legal.vendor.example/terms' }]);
});

test('a page that is a policy itself is read as it is shown', async () => {
  const url = 'https://vendor.example/legal/terms#licence';
  const found = await lookAround(
    { url, title: 'Terms of Use', html: policy('Terms of Use') },
    async () => null,
  );
  expect(found).toMatchObject({ kind: 'scored', sources: { terms: url }, more: [] });
});

test('links to other origins are for the person to open, and so are those that could not be fetched', async () => {
  const page = { url: HOME, title: 'Vendor', html: home(PRIVACY, TERMS_ELSEWHERE) };
  const found = await lookAround(page, () => Promise.reject(new Error('no')));
  expect(found).toEqual({
    kind: 'links',
    more: [
      { kind: 'privacy', url: 'https://vendor.example/privacy' },
      { kind: 'terms', url: 'https://legal.vendor.example/terms' },
    ],
  });
});

test('links that lead away from the vendor are not taken for its own', async () => {
  const stranger = '<a href="https://stranger.example/privacy">Privacy Policy</a>';
  const found = await lookAround({ url: HOME, title: 'Vendor', html: home(stranger) }, async () => null);
  expect(found).toEqual({ kind: 'nothing' });
});
