import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCards, cardAt, cardById, siteIdAt } from '../../../lib/sites/cards.ts';
import { allSites, knownSite } from '../../../lib/sites/index.ts';
import { bundleSites } from '../../../rules/sites/bundle.ts';
import { CARDS } from '../../../rules/sites/cards.ts';
import { SITES } from '../../../rules/sites/index.ts';
import { PLACES } from '../../../rules/sites/places.ts';
import { DEMO_SITE } from '../../demo/site.ts';

const FOLDER = join(import.meta.dirname, '../../../rules/sites');

/** What a bundle made with these extra sites gets in the place of a module of `rules/sites`. */
async function bundled(
  module: string,
  extra: (typeof DEMO_SITE)[] = [],
): Promise<Record<string, unknown> | undefined> {
  const { load } = bundleSites(extra);
  const code = typeof load === 'function' ? await load.call({} as never, join(FOLDER, module)) : undefined;
  return typeof code === 'string' ? import(`data:text/javascript,${encodeURIComponent(code)}`) : undefined;
}

describe('the catalogue in a bundle', () => {
  it('is what plain Node reads from the folder', async () => {
    const asData = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect((await bundled('index.ts'))?.SITES).toEqual(asData(SITES));
    expect((await bundled('cards.ts'))?.CARDS).toEqual(CARDS);
    expect((await bundled('places.ts'))?.PLACES).toEqual(PLACES);
  });

  it('takes the sites of one kind of build along', async () => {
    expect((await bundled('cards.ts', [DEMO_SITE]))?.CARDS).toEqual([...CARDS, DEMO_SITE]);
    expect(await bundled('places.ts', [DEMO_SITE])).toHaveProperty(['PLACES', 'demo-forge']);
  });

  it('leaves every other module alone', async () => {
    expect(await bundled('read.ts')).toBeUndefined();
    expect(await bundled('../../lib/sites/index.ts')).toBeUndefined();
  });

  it('tells the engine nothing that only a reader needs', () => {
    for (const site of SITES) expect(site).not.toHaveProperty('facts');
  });
});

describe('cards', () => {
  it('are found by a page of the site, as the engine finds the site', async () => {
    for (const { home, id } of allSites()) {
      expect(siteIdAt(home), home).toBe(knownSite(home)?.id);
      if (siteIdAt(home)) expect((await cardAt(home))?.id).toBe(id);
    }
  });

  it('are found by id, and say all that is known', async () => {
    expect((await cardById('meshy'))?.facts.training).toMatchObject({ answer: 'by-plan', seen: 'secondary' });
    expect(await allCards()).toHaveLength(allSites().length);
  });

  it.each(['https://example.com/', 'about:blank', 'no address', ''])(
    'there is none for "%s"',
    async (url) => {
      expect(siteIdAt(url)).toBeUndefined();
      expect(await cardAt(url)).toBeUndefined();
    },
  );

  it('there is none for an id that is not in the catalogue', async () => {
    expect(await cardById('nobody')).toBeUndefined();
    expect(await cardById('__proto__')).toBeUndefined();
  });
});
