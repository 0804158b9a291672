import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allSites,
  guardedPatterns,
  guardedSites,
  hostPermissions,
  isGuarded,
  knownSite,
  policiesAt,
  policyPatterns,
  siteForUrl,
} from '../../../lib/sites/index.ts';
import { matchesPattern, originOf } from '../../../lib/sites/patterns.ts';
import type { Seen, Site } from '../../../lib/sites/types.ts';

it('the sites that are guarded are those that a page of theirs is guarded for', () => {
  const guarded = guardedSites();
  expect(guarded.length).toBeLessThan(allSites().length);
  for (const { home, id } of allSites()) {
    const site = siteForUrl(home);
    if (site?.id === id) expect(guarded).toContain(site);
  }
  expect(guarded.filter(({ status }) => status === 'lookalike' || status === 'retired')).toEqual([]);
});

describe('siteForUrl', () => {
  it.each([
    ['https://studio.tripo3d.ai/', 'tripo'],
    ['https://studio.tripo3d.ai/workspace?x=1#top', 'tripo'],
    ['https://studio.tripo3d.ai:8443/', 'tripo'],
    ['https://www.meshy.ai/workspace', 'meshy'],
    ['https://hyper3d.ai/rodin', 'hyper3d-rodin'],
    ['https://3dgpt.net/', '3dgpt'],
    ['https://huggingface.co/spaces/someone/TRELLIS', 'huggingface-spaces'],
    ['https://someone-trellis.hf.space/?__theme=dark', 'huggingface-spaces'],
  ])('%s is %s', (url, id) => {
    expect(siteForUrl(url)?.id).toBe(id);
  });

  it.each([
    'http://studio.tripo3d.ai/',
    'https://studio.tripo3d.ai.evil.example/',
    'https://evil-tripo3d.ai/',
    'https://notstudio.tripo3d.ai/',
    'https://huggingface.co/models',
    'https://huggingface.co/spaces.evil',
    'https://evilhf.space/',
    'https://evil.example/https://studio.tripo3d.ai/',
    'about:blank',
    'not a url',
    '',
  ])('%s is no site of ours', (url) => {
    expect(siteForUrl(url)).toBeUndefined();
  });

  it('knows the home page of every site', () => {
    for (const site of allSites()) {
      if (site.home.endsWith('/spaces')) continue; // an index page: nothing is uploaded there
      expect(knownSite(site.home)?.id, site.home).toBe(site.id);
      expect(siteForUrl(site.home)?.id, site.home).toBe(isGuarded(site) ? site.id : undefined);
    }
  });
});

describe('match patterns', () => {
  it('match the host and its subdomains only when the pattern says so', () => {
    expect(matchesPattern(new URL('https://a.b.hf.space/x'), 'https://*.hf.space/*')).toBe(true);
    expect(matchesPattern(new URL('https://hf.space/x'), 'https://*.hf.space/*')).toBe(true);
    expect(matchesPattern(new URL('https://a.meshy.ai/'), 'https://meshy.ai/*')).toBe(false);
  });

  it('agree with a regular expression made of the same glob, on any path', () => {
    const glob = fc.array(fc.constantFrom('*', '/', 'a', 'b', '.')).map((parts) => `/${parts.join('')}`);
    const path = fc.array(fc.constantFrom('/', 'a', 'b', 'c')).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(glob, path, (pattern, at) => {
        const escaped = pattern.replaceAll('.', '\\.').replaceAll(/\*+/g, '.*');
        const expected = new RegExp(`^${escaped}$`).test(new URL(`https://x.example${at}`).pathname);
        expect(matchesPattern(new URL(`https://x.example${at}`), `https://x.example${pattern}`)).toBe(
          expected,
        );
      }),
    );
  });

  it('never match on cleartext pages', () => {
    expect(matchesPattern(new URL('http://meshy.ai/'), 'https://meshy.ai/*')).toBe(false);
  });

  it('refuse to make a permission of something that is no pattern', () => {
    expect(() => originOf('<all_urls>')).toThrow('not a match pattern');
    expect(originOf('https://*.hf.space/app/*')).toBe('https://*.hf.space/*');
  });
});

function withPolicy(url: string, seen: Seen = 'secondary'): Site {
  return {
    id: 'x',
    name: 'X',
    status: 'live',
    home: url,
    uploads: ['image'],
    pages: [],
    uploadHosts: [],
    policies: [{ kind: 'privacy', url, seen }],
    checked: '',
  };
}

const withPage = (pattern: string): Site => ({
  ...withPolicy('https://vendor.ai/privacy'),
  policies: [],
  pages: [{ pattern, seen: 'primary' }],
});

describe('permissions', () => {
  it('ask for each guarded host and each policy host, never for all', () => {
    const hosts = hostPermissions();
    for (const pattern of guardedPatterns()) expect(hosts).toContain(originOf(pattern));
    for (const site of allSites().filter(isGuarded)) {
      for (const policy of site.policies)
        expect(hosts).toContain(`https://${new URL(policy.url).hostname}/*`);
    }
    for (const host of hosts) expect(host).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
  });

  it.each([
    ['https://www.vendor.ai/privacy', ['https://vendor.ai/*', 'https://www.vendor.ai/*']],
    ['https://vendor.co.uk/privacy', ['https://vendor.co.uk/*', 'https://www.vendor.co.uk/*']],
    ['https://legal.vendor.ai/privacy', ['https://legal.vendor.ai/*']],
    ['https://vendor.pages.dev/privacy', ['https://vendor.pages.dev/*']],
  ])('follow %s from "www." to the bare name and back, no further', (url, hosts) => {
    const site = withPolicy(url);
    expect(hostPermissions([site])).toEqual(hosts);
  });

  it.each([
    ['https://vendor.ai/*', ['https://vendor.ai/*', 'https://www.vendor.ai/*']],
    ['https://www.vendor.ai/studio*', ['https://vendor.ai/studio*', 'https://www.vendor.ai/studio*']],
    ['https://app.vendor.ai/*', ['https://app.vendor.ai/*']],
    ['https://*.vendor.ai/*', ['https://*.vendor.ai/*']],
    ['https://vendor.web.app/*', ['https://vendor.web.app/*']],
  ])('guard %s under both names of the vendor', (pattern, patterns) => {
    expect(guardedPatterns([withPage(pattern)])).toEqual(patterns);
  });

  it.each([
    ['a lookalike', { status: 'lookalike' }],
    ['a service that has ended', { status: 'retired' }],
    ['a service that takes text alone', { uploads: ['text'] }],
  ] as const)('are not asked for %s', (_, change) => {
    const site = {
      ...withPolicy('https://vendor.ai/privacy'),
      ...withPage('https://vendor.ai/*'),
      ...change,
    };
    const sites = [site as Site];
    expect([guardedPatterns(sites), policyPatterns(sites), hostPermissions(sites)]).toEqual([[], [], []]);
  });

  it('follow no document that was seen at the vendor itself', () => {
    const site = withPolicy('https://www.vendor.ai/privacy', 'primary');
    expect(hostPermissions([site])).toEqual(['https://www.vendor.ai/*']);
    expect(policyPatterns([site])).toEqual(['https://www.vendor.ai/privacy*']);
  });

  it('name the pages of policies, with and without "www."', () => {
    const url = 'https://www.vendor.ai/legal/privacy?v=2';
    const site = withPolicy(url);
    expect(policyPatterns([site])).toEqual([
      'https://vendor.ai/legal/privacy*',
      'https://www.vendor.ai/legal/privacy*',
    ]);
    const twice = [site, { ...site, id: 'y' }];
    expect(policiesAt('https://vendor.ai/legal/privacy/?v=2#a', twice).map((each) => each.site.id)).toEqual([
      'x',
      'y',
    ]);
    expect(policiesAt('https://vendor.ai/legal/privacy', twice)).toEqual([]);
    expect(policiesAt('no address', twice)).toEqual([]);
  });
});
