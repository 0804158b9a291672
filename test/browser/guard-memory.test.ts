import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phoneExif } from '../fixtures/exif.ts';
import { exifSegment, withSegments } from '../fixtures/jpeg.ts';
import { type Bench, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const PAGE = `<!doctype html><html lang="en"><title>studio</title><input type="file" id="input" multiple>
  <script>window.counts = []; input.onchange = () => counts.push(input.files.length);</script></html>`;
/** As many as are read at the same time. */
const PHOTOS = 8;

type Heard = { counts: number[] };

/** Heavy enough to be read in many steps. */
async function heavyPhoto(): Promise<Uint8Array> {
  const coarse = { width: 1000, height: 750, channels: 3 as const };
  const noise = sharp(randomBytes(coarse.width * coarse.height * 3), { raw: coarse });
  const jpeg = await noise.resize(4000, 3000).jpeg({ quality: 88 }).toBuffer();
  return withSegments(new Uint8Array(jpeg), exifSegment(phoneExif(6)));
}

// Firefox lets no test ask for it.
describe('a browser that tidies its memory while photos are read, in chromium', () => {
  let bench: Bench;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meshwarden-memory-'));
    await writeFile(join(folder, 'photo.jpg'), await heavyPhoto());
    bench = await open('chromium');
    bench.world.route(STUDIO, () => PAGE);
  });
  afterAll(async () => {
    await bench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('throws none of the readings away that somebody waits for', async () => {
    const page = await bench.page(STUDIO);
    const session = await page.createCDPSession();
    await bench.pick(page, '#input', Array<string>(PHOTOS).fill(join(folder, 'photo.jpg')));
    const counts = await until(
      async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { counts } = await page.evaluate(() => ({ counts: (window as never as Heard).counts }));
        return counts.length > 0 && counts;
      },
      { what: 'the photos', every: 1 },
    );
    expect(counts).toEqual([PHOTOS]);
  });
});
