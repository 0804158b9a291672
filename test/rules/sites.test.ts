import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../lib/sites/patterns.ts';
import { guardedPatterns, hostPermissions, isGuarded, pagePatterns } from '../../lib/sites/permissions.ts';
import type { SiteCard } from '../../lib/sites/types.ts';
import { isSameOwner } from '../../lib/upload/own-domain.ts';
import schema from '../../rules/site.schema.json' with { type: 'json' };
import { CARDS } from '../../rules/sites/cards.ts';
import { SITES } from '../../rules/sites/index.ts';
import { formatJson } from './format.ts';
import { inOrder } from './order.ts';
import { violations } from './schema.ts';

const FOLDER = new URL('../../rules/sites/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** Owners of so much that only single pages of theirs may be guarded. */
const GIANTS = ['adobe.com', 'autodesk.com', 'facebook.com', 'google.com', 'huggingface.co', 'meta.com'];
GIANTS.push('microsoft.com', 'nvidia.com', 'tencent.com');

const wellSeen = ({ seen }: { seen: string }) => seen === 'primary' || seen === 'secondary';
const hostOf = (pattern: string) => new URL(pattern.replace('*.', '')).hostname;

describe.each(files)('%s', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const card: SiteCard = JSON.parse(text);

  it('fits the schema, is named after its id, ordered and formatted', () => {
    expect(violations(card, schema)).toEqual([]);
    expect(`${card.id}.json`).toBe(name);
    expect(formatJson(inOrder(card, schema))).toBe(text);
  });

  it('has a page that was well seen, or a document on the same domain', () => {
    const documents = card.policies.filter(wellSeen).map(({ url }) => new URL(url).hostname);
    const vouched = card.pages.some(
      (page) => wellSeen(page) || documents.some((host) => isSameOwner(host, hostOf(page.pattern))),
    );
    expect(vouched).toBe(true);
  });

  it('has one document of each kind at most', () => {
    const kinds = card.policies.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('says what is special about it, and only then', () => {
    expect(card.imitates !== undefined).toBe(card.status === 'lookalike');
    if (card.status === 'retired') expect(card.note).toBeDefined();
    if (!isGuarded(card)) expect(card.uploadHosts).toEqual([]);
    if (card.imitates?.site) expect(SITES.map(({ id }) => id)).toContain(card.imitates.site);
  });

  it('asks for no more than the pages of one service', () => {
    for (const { pattern } of card.pages) {
      // Every Space is a service of its own there.
      if (pattern.includes('*.')) expect(pattern).toBe('https://*.hf.space/*');
      if (headOf(pattern) === '/')
        expect(GIANTS, pattern).not.toContain(hostOf(pattern).replace(/^www\./, ''));
    }
  });
});

describe('the catalogue', () => {
  it('is the folder', () => {
    expect(SITES.map(({ id }) => `${id}.json`)).toEqual([...files].sort());
  });

  it('has each page at one site only, and at that once', () => {
    const places = CARDS.flatMap((card) => pagePatterns(card).map((pattern) => ({ id: card.id, pattern })));
    const overlaps = places.flatMap((a, nth) =>
      places
        .slice(nth + 1)
        .flatMap((b) =>
          overlap(a.pattern, b.pattern) ? [`${a.id} ${a.pattern} and ${b.id} ${b.pattern}`] : [],
        ),
    );
    expect(overlaps).toEqual([]);
  });

  it('names no site twice', () => {
    const names = CARDS.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('never guards a lookalike or what has ended', () => {
    const out = CARDS.filter(({ status }) => status === 'lookalike' || status === 'retired');
    const pages = out.flatMap(({ pages }) =>
      pages.map(({ pattern }) => new URL(pattern.replaceAll('*', ''))),
    );
    const rights = [...guardedPatterns(CARDS), ...hostPermissions(CARDS)];
    expect(out.filter(isGuarded)).toEqual([]);
    for (const page of pages) expect(rights.filter((right) => matchesPattern(page, right))).toEqual([]);
  });

  it('may read every document of the sites it guards', () => {
    const rights = hostPermissions(CARDS);
    for (const { url } of CARDS.filter(isGuarded).flatMap(({ policies }) => policies)) {
      expect(
        rights.some((right) => matchesPattern(new URL(url), right)),
        url,
      ).toBe(true);
    }
  });
});

/** Can one page be under both patterns? Hosts meet, and one path begins as the other does. */
function overlap(a: string, b: string): boolean {
  return hostsMeet(a, b) && (headOf(a).startsWith(headOf(b)) || headOf(b).startsWith(headOf(a)));
}

function hostsMeet(a: string, b: string): boolean {
  const isUnder = (one: string, other: string) =>
    other.includes('//*.') && `.${hostOf(one)}`.endsWith(`.${hostOf(other)}`);
  return hostOf(a) === hostOf(b) || isUnder(a, b) || isUnder(b, a);
}

/** The path up to its first star. */
function headOf(pattern: string): string {
  return new URL(pattern.replace('*.', '')).pathname.split('*')[0] ?? '';
}

describe('the check of overlaps', () => {
  it.each([
    ['https://a.ai/*', 'https://a.ai/x*', true],
    ['https://*.a.ai/*', 'https://b.a.ai/*', true],
    ['https://*.a.ai/*', 'https://a.ai/*', true],
    ['https://a.ai/x*', 'https://a.ai/y*', false],
    ['https://a.ai/*', 'https://b.a.ai/*', false],
    ['https://*.a.ai/*', 'https://ba.ai/*', false],
  ])('%s and %s: %s', (a, b, meets) => {
    expect(overlap(a, b)).toBe(meets);
    expect(overlap(b, a)).toBe(meets);
  });
});
