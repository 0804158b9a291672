import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { hiddenText, hiddenTextFinding, levelLowBits, type Pixels } from '../../../lib/strip/hidden-text.ts';
import { pictureSize } from '../../../lib/strip/picture-size.ts';
import { writePng } from '../../../lib/strip/png-write.ts';
import { type Hiding, plainPixels, withHiddenText } from '../../fixtures/hidden-text.ts';

const [WIDTH, HEIGHT] = [96, 64];
const PROMPT = JSON.stringify({
  Software: 'NovelAI',
  Comment: '{"prompt": "secret dragon", "uc": "blurry"}',
});

const WAYS: Hiding[] = (['alpha', 'colours'] as const).flatMap((channel) =>
  [true, false].flatMap((isPacked) =>
    [true, false].map((isByColumns) => ({ channel, isPacked, isByColumns })),
  ),
);

function pixelsOf(rgba: Uint8Array, width = WIDTH, height = HEIGHT) {
  let asked = 0;
  const read: Pixels['read'] = (x, y, w, h) => {
    asked += w * h;
    const rows = Array.from({ length: h }, (_, i) =>
      rgba.subarray(((y + i) * width + x) * 4, ((y + i) * width + x + w) * 4),
    );
    return Buffer.concat(rows);
  };
  return { width, height, read, asked: () => asked };
}

describe.each(WAYS)('hidden text: %o', (way) => {
  test('is found and told', async () => {
    const found = await hiddenText(
      pixelsOf(withHiddenText(plainPixels(WIDTH, HEIGHT), WIDTH, HEIGHT, PROMPT, way)),
    );
    expect(found).toMatchObject({ channel: way.channel, text: PROMPT });
    expect(found && hiddenTextFinding(found)).toMatchObject({
      kind: 'prompt',
      value: expect.stringContaining('secret dragon'),
    });
  });

  test('is gone when the lowest bits are levelled, and nobody sees a difference', async () => {
    const rgba = withHiddenText(plainPixels(WIDTH, HEIGHT), WIDTH, HEIGHT, PROMPT, way);
    const level = Uint8Array.from(rgba);
    levelLowBits(level);
    expect(await hiddenText(pixelsOf(level))).toBeNull();
    expect(Math.max(...level.map((value, i) => Math.abs(value - (rgba[i] ?? 0))))).toBe(1);
  });
});

test('a picture without one: hardly any pixels are read', async () => {
  const pixels = pixelsOf(plainPixels(600, 400), 600, 400);
  expect(await hiddenText(pixels)).toBeNull();
  expect(pixels.asked()).toBeLessThan(3_000);
});

test.each([
  [0, 0],
  [1, 1],
  [3, 40],
])('a picture of %i × %i pixels has no room for one', async (width, height) => {
  expect(await hiddenText(pixelsOf(plainPixels(width, height), width, height))).toBeNull();
});

test('a length that claims gigabytes reads no further than the picture', async () => {
  const way = { channel: 'alpha', isPacked: false } as const;
  const rgba = withHiddenText(plainPixels(WIDTH, HEIGHT), WIDTH, HEIGHT, 'short', way);
  for (let bit = 120; bit < 152; bit++) {
    const at = ((bit % HEIGHT) * WIDTH + Math.floor(bit / HEIGHT)) * 4 + 3;
    rgba[at] = (rgba[at] ?? 0) | 1;
  }
  const found = await hiddenText(pixelsOf(rgba));
  expect(found?.bytes).toBe(536_870_912);
  expect(found?.text.length).toBeLessThan(WIDTH * HEIGHT);
});

test('a packed bomb stops at a megabyte', async () => {
  const way = { channel: 'colours', isPacked: true } as const;
  const rgba = withHiddenText(plainPixels(400, 400), 400, 400, 'x'.repeat(30_000_000), way);
  expect((await hiddenText(pixelsOf(rgba, 400, 400)))?.text.length).toBe(1_048_576);
});

test('pixels written as PNG are read as they were', async () => {
  const rgba = Uint8Array.from(plainPixels(33, 7), (value, i) => (i % 4 === 3 ? i & 0xff : value));
  const png = await writePng(rgba, 33, 7);
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 33, height: 7, channels: 4 });
  expect(new Uint8Array(data)).toEqual(rgba);
});

test.each(['png', 'webp', 'lossless webp', 'extended webp'])('the size of a %s', async (kind) => {
  const picture = sharp({ create: { width: 321, height: 45, channels: 4, background: '#123456' } });
  const file = kind === 'png' ? picture.png() : picture.webp({ lossless: kind.startsWith('lossless') });
  const whole = kind.startsWith('extended') ? file.withMetadata() : file;
  expect(pictureSize(await whole.toBuffer())).toEqual({ width: 321, height: 45 });
});
