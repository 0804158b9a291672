import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { photos } from './chain/photos.ts';
import { CLEAR, CLEAR_WAYS, STUDIO, STUDIO_PAGE, seenBy } from './chain/studio.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';
import { policyPage } from './policy-page.ts';

const VENDOR = 'https://www.tripo3d.ai/';
const NO_TRAINING = 'We do not use your uploads to train our AI models.';
const TRAINING = 'We may use your uploads & prompts to train our generative AI models.';
const PHOTOS = await photos();

const folder = await mkdtemp(join(tmpdir(), 'meshwarden-chain-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The picture as a person sees it: turned upright, its colours taken through its profile. */
const asShown = (bytes: Uint8Array) =>
  sharp(bytes).rotate().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
const profileOf = async (bytes: Uint8Array) => (await sharp(bytes).metadata()).icc?.length;

describe.each(BROWSERS)('the whole chain, in %s', (kind) => {
  let bench: Bench;
  const published: Record<string, string> = {
    '/privacy': policyPage('Privacy Policy', 'March 1, 2026', [NO_TRAINING]),
    '/terms': policyPage('Terms of Service', 'March 1, 2026', []),
  };

  beforeAll(async () => {
    bench = await open(kind, { insecure: true });
    bench.world.route(STUDIO, ({ path }) => (path === '/' ? STUDIO_PAGE : { body: 'received' }));
    bench.world.route(VENDOR, ({ path }) => published[path] ?? { status: 404, body: 'not here' });
    bench.world.route(CLEAR, () => ({ headers: { 'access-control-allow-origin': '*' } }));
  });
  afterAll(() => bench?.close());
  beforeEach(() => bench.world.clear());
  afterEach(() => {
    expect(bench.world.refused, 'hosts that nothing may ask').toEqual([]);
  });

  it.each(PHOTOS)(
    'cleans $name before the page sees it, and says what it took out',
    async ({ name, bytes, said }) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const page = await bench.page(STUDIO);
      await bench.pick(page, '#file', [path]);

      const seen = await seenBy(page);
      const file = await until(() => bench.world.filesReceived()[0], { what: 'the upload' });
      const shown = await asShown(bytes);
      const digest = createHash('sha256').update(file.bytes).digest('hex');
      const { width, height } = shown.info;
      expect(seen).toEqual(['change', 'input'].map((event) => ({ event, name, digest, width, height })));

      expect(file).toMatchObject({ name, scheme: 'https', host: 'studio.tripo3d.ai' });
      expect(leaks(file.bytes)).toEqual([]);
      const left = (await exifr.parse(file.bytes, { xmp: true, iptc: true, jfif: false })) ?? {};
      expect(Object.keys(left).filter((key) => key !== 'Orientation')).toEqual([]);
      expect((await asShown(file.bytes)).data.equals(shown.data)).toBe(true);
      expect(await profileOf(file.bytes)).toBe(await profileOf(bytes));

      const notice = await until(() => bench.guardText(page), { what: 'the notice' });
      for (const words of [name, ...said, /: removed/]) expect(notice).toMatch(words);
      await page.close();
    },
  );

  it.each(Object.keys(CLEAR_WAYS))(
    'holds an upload without encryption by %s until the person says no',
    async (way) => {
      const page = await bench.page(STUDIO);
      await page.evaluate(CLEAR_WAYS[way] ?? (() => {}));
      const dialog = await until(() => bench.guardText(page), { what: 'the dialog' });
      expect(dialog).toContain('collect.example');
      expect(dialog).toMatch(/unencrypted|not encrypted/);
      await bench.clickGuard(page, 'Do not send');
      await until(async () => (await bench.guardText(page)) === '', { what: 'the end of the dialog' });
      expect(bench.world.to('collect.example')).toEqual([]);
      await page.close();
    },
  );

  it("shows the site's score, with quotes that lead into the policy, and when it looks again", async () => {
    const page = await bench.page(STUDIO);
    const popup = await bench.popup(page);
    await popup.waitForFunction(() => /\d+ of 100/.test(document.body.innerText));
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain('Tripo');
    expect(text).toMatch(/Next review: \d+ \w+ \d{4}/);
    expect(text).toMatch(/not stated/i);
    const [link] = await popup.$$eval('a[href*="#:~:text="]', (links) => links.map(({ href }) => href));
    expect(link).toMatch(/^https:\/\/www\.tripo3d\.ai\/privacy#:~:text=/);
    await popup.close();
    await page.close();
  });

  /** Lets the person ask for a look from the popup, after the background was killed, and waits for its end. */
  async function checkNow(): Promise<string> {
    const page = await bench.page(STUDIO);
    await bench.killBackground();
    const popup = await bench.popup(page);
    await popup.locator('::-p-text(Check now)').click();
    await until(() => bench.world.to('www.tripo3d.ai').length === 2, { what: 'both policies' });
    await popup.waitForFunction(() => document.body.innerText.includes('Check now'));
    const text = await popup.evaluate(() => document.body.innerText);
    await popup.close();
    await page.close();
    return text;
  }

  it('says nothing when the policy has another date and the same text', async () => {
    published['/privacy'] = policyPage('Privacy Policy', 'May 9, 2026', [NO_TRAINING]);
    expect(await checkNow()).toContain('Next review');
    expect([await bench.notifications(), await bench.badge()]).toEqual([[], '']);
  });

  it('tells once, at the button and in the popup that a red flag came and a green one went', async () => {
    published['/privacy'] = policyPage('Privacy Policy', 'June 1, 2026', [TRAINING]);
    await checkNow();
    await until(async () => (await bench.badge()) === '1', { what: 'the badge' });
    expect(await bench.notifications()).toEqual([
      { title: expect.stringMatching(/^Tripo: now .*train/i), message: expect.any(String) },
    ]);
    bench.world.clear();
    const text = await checkNow();
    expect(text).toMatch(/Privacy policy changed/i);
    expect(text).toContain(TRAINING);
    expect(await bench.notifications()).toHaveLength(1);
  });
});
