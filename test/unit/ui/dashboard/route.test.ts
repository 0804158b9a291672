import { expect, test } from 'vitest';
import { PAGES } from '../../../../lib/ui/dashboard/pages.ts';
import { addressOf, routeOf } from '../../../../lib/ui/dashboard/route.ts';
import messages from '../../../../public/_locales/en/messages.json' with { type: 'json' };

test('an address names its page and what of it', () => {
  expect(routeOf('#/platforms/tripo')).toMatchObject({ page: { id: 'platforms' }, path: ['tripo'] });
});

test.each(['', '#', '#/', '#/nowhere/7', '#top', '#/%'])('%o leads to the first page', (hash) => {
  expect(routeOf(hash)).toEqual({ page: PAGES[0], path: [] });
});

test('an address is read as it was made, whatever is in it', () => {
  const path = ['a/b', 'ü %'];
  expect(routeOf(addressOf('platforms', ...path)).path).toEqual(path);
});

test('a stray "%" in an address is taken as it stands', () => {
  expect(routeOf('#/platforms/50%').path).toEqual(['50%']);
});

test('every page has an address and a name of its own, and code to load', async () => {
  const ids = PAGES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, load } of PAGES) {
    expect(Object.keys(messages)).toContain(name);
    expect(typeof (await load()).default).toBe('function');
  }
});
