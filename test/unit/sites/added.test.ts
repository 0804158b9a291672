import { describe, expect, it } from 'vitest';
import { addedPattern, originOfAdded, originToAdd, siteOfAdded } from '../../../lib/sites/added.ts';
import { allSites, hostPermissions, siteForUrl } from '../../../lib/sites/index.ts';
import { forgetAddedSite, knownSites, readAddedSites, saveAddedSite } from '../../../lib/store/added.ts';
import { freshDatabase } from '../store/help.ts';

describe('a site to add', () => {
  it.each([
    ['https://app.example.com/new?x=1#y', 'https://app.example.com'],
    ['http://127.0.0.1:7860/', 'http://127.0.0.1'],
    ['http://localhost:8188', 'http://localhost'],
    ['http://[::1]:8501/a', 'http://[::1]'],
    ['HTTPS://Example.COM', 'https://example.com'],
    ['https://user:word@example.com:8443/', 'https://example.com'],
  ])('is known by scheme and host: %s', (url, origin) => {
    expect(originToAdd(url)).toBe(origin);
  });

  it.each([
    'about:blank',
    'chrome://extensions',
    'file:///home/me',
    'data:text/html,x',
    'ftp://a.example/',
    'x',
    'https://*/',
    'https://*.example.com/',
  ])('is no %s', (url) => {
    expect(originToAdd(url)).toBeNull();
  });
});

describe('an added site', () => {
  const local = siteOfAdded({ origin: 'http://127.0.0.1', addedAt: Date.UTC(2026, 10, 29) });
  const sites = [...allSites(), local];

  it('has the pages of its host, whatever the port, and nothing else', () => {
    expect(siteForUrl('http://127.0.0.1:7860/a?b', sites)).toBe(local);
    expect(siteForUrl('http://127.0.0.1/', sites)).toBe(local);
    expect(siteForUrl('https://127.0.0.1/', sites)).toBeUndefined();
    expect(siteForUrl('http://127.0.0.11/', sites)).toBeUndefined();
    expect(siteForUrl('http://127.0.0.1:7860/')).toBeUndefined();
  });

  it('asks for the permission of that host alone', () => {
    expect(hostPermissions([local])).toEqual(['http://127.0.0.1/*']);
    expect(addedPattern('http://127.0.0.1')).toBe('http://127.0.0.1/*');
    const plain = siteOfAdded({ origin: 'https://example.com', addedAt: 0 });
    expect(hostPermissions([plain])).toEqual(['https://example.com/*']);
  });

  it('is told from the catalogue’s by its id', () => {
    expect(local).toMatchObject({ name: '127.0.0.1', policies: [], checked: '2026-11-29' });
    expect(originOfAdded(local.id)).toBe('http://127.0.0.1');
    for (const { id } of allSites()) expect(originOfAdded(id)).toBeNull();
  });
});

describe('the list of added sites', () => {
  it('is kept beside the catalogue', async () => {
    const db = freshDatabase();
    expect(await knownSites(db)).toEqual(allSites());
    expect(await saveAddedSite({ origin: 'https://b.example', addedAt: 2 }, db)).toBe(true);
    expect(await saveAddedSite({ origin: 'https://a.example', addedAt: 3 }, db)).toBe(true);
    expect(await saveAddedSite({ origin: 'https://b.example', addedAt: 9 }, db)).toBe(true);
    expect(await readAddedSites(db)).toEqual([
      { origin: 'https://a.example', addedAt: 3 },
      { origin: 'https://b.example', addedAt: 2 },
    ]);
    expect((await knownSites(db)).slice(allSites().length).map(({ name }) => name)).toEqual([
      'a.example',
      'b.example',
    ]);
    await forgetAddedSite('https://a.example', db);
    expect(await readAddedSites(db)).toHaveLength(1);
  });

  it('has an end', async () => {
    const db = freshDatabase();
    for (let i = 0; i < 200; i++) await saveAddedSite({ origin: `https://s${i}.example`, addedAt: 1 }, db);
    expect(await saveAddedSite({ origin: 'https://more.example', addedAt: 1 }, db)).toBe(false);
    expect(await saveAddedSite({ origin: 'https://s7.example', addedAt: 1 }, db)).toBe(true);
    expect(await readAddedSites(db)).toHaveLength(200);
  });
});
