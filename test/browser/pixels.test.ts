import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../lib/strip/types.ts';
import { hasShared } from '../corpus/files.ts';
import { type Bench, BROWSERS, open } from './harness/index.ts';
import { type Pair, pairs } from './pixels/files.ts';
import { look } from './pixels/look.ts';

const SITE = 'https://pictures.example/';
/** What both browsers show; the others only where there is a decoder. */
const SHOWN_BY_ALL: Format[] = ['jpeg', 'png', 'webp', 'avif', 'gif', 'bmp', 'svg'];

if (!hasShared)
  console.warn('SKIPPED: no collection of real files beside the project, so no video was looked at.');

let files: Pair[];
beforeAll(async () => {
  files = await pairs();
});

describe.each(BROWSERS)('clean files look like the originals in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  const shown = new Map<Format, number>();

  beforeAll(async () => {
    bench = await open(kind, { extension: false });
    bench.world.route(SITE, ({ path }) => {
      const [, number, which] = path.split('/');
      const file = files[Number(number)];
      if (!number || !file) return '<!doctype html><title>pictures</title>';
      const body = Buffer.from(which === 'clean' ? file.clean : file.original);
      return { headers: { 'content-type': file.type }, body };
    });
    page = await bench.page(SITE);
  });
  afterAll(() => bench?.close());

  it.each([...SHOWN_BY_ALL, 'heif', 'jxl', 'mp4', 'mov'] as Format[])('%s', async (format) => {
    for (const [number, file] of files.entries()) {
      if (file.format !== format) continue;
      const before = await page.evaluate(look, `/${number}/original`, file.type);
      if (!before) continue;
      const after = await page.evaluate(look, `/${number}/clean`, file.type);
      expect({ name: file.name, seen: after }).toEqual({ name: file.name, seen: before });
      shown.set(format, (shown.get(format) ?? 0) + 1);
    }
    if (SHOWN_BY_ALL.includes(format)) expect(shown.get(format)).toBeGreaterThan(0);
  });

  it('tells which formats it showed', () => {
    console.log(`${kind} showed ${[...shown].map(([format, count]) => `${count} ${format}`).join(', ')}`);
    expect(shown.size).toBeGreaterThanOrEqual(SHOWN_BY_ALL.length);
  });
});
