import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITES } from '../../rules/sites/index.ts';

const FOLDER = new URL('../../rules/sites/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const SEEN = ['primary', 'secondary', 'inferred', 'untraced', 'unverified'];

describe('the catalogue', () => {
  it('lists every file, once', () => {
    expect(SITES.map(({ id }) => `${id}.json`).sort()).toEqual([...files].sort());
  });

  it('guards no page twice', () => {
    const patterns = SITES.flatMap((site) => site.pages.map(({ pattern }) => pattern));
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const site = JSON.parse(text);

  it('is named by its id and fits the schema', () => {
    expect(`${site.id}.json`).toBe(name);
    expect(Object.keys(site).filter((key) => !KEYS.includes(key))).toEqual([]);
    expect(site.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(URL.parse(site.home)?.protocol).toBe('https:');
    for (const host of site.uploadHosts) expect(host).toMatch(HOST);
  });

  it('names pages by whole match patterns and says how each was seen', () => {
    expect(site.pages.length).toBeGreaterThan(0);
    for (const { pattern, seen } of site.pages) {
      expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9.-]+\/[^?#]*\*$/);
      expect(SEEN).toContain(seen);
    }
  });

  it('has policies over https, one of each kind at most', () => {
    const kinds = site.policies.map((policy: { kind: string }) => policy.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const { url, kind, seen } of site.policies) {
      expect(URL.parse(url)?.protocol, url).toBe('https:');
      expect(['privacy', 'terms']).toContain(kind);
      expect(SEEN).toContain(seen);
    }
  });
});

const KEYS = ['$schema', 'id', 'name', 'vendor', 'home', 'pages', 'uploadHosts', 'policies', 'checked'];
