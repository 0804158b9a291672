import sharp from 'sharp';
import { expect, test } from 'vitest';
import { join } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import {
  animatedGif,
  application,
  comment,
  plainGif,
  privateGif,
  readGif,
  subBlocks,
  writeGif,
  xmpBlock,
} from '../../../fixtures/gif/gif.ts';
import { shown, stripped } from '../oracles.ts';

test('what was found is told in words', async () => {
  const { findings } = await stripped(await privateGif(await plainGif()));
  expect(findings).toEqual(
    expect.arrayContaining([
      { kind: 'comment', where: 'GIF Comment', value: 'MWCANARY in a comment' },
      { kind: 'comment', where: 'GIF PlainText', value: 'MWCANARY in plain text' },
      { kind: 'provenance', where: 'GIF C2PA_GIF', value: 'provenance manifest (C2PA)' },
      expect.objectContaining({ where: 'GIF ImageMagick' }),
      expect.objectContaining({ kind: 'person', where: 'XMP dc:creator' }),
      expect.objectContaining({ where: 'ICC profile' }),
      expect.objectContaining({ where: 'after the end' }),
    ]),
  );
});

test('a prompt in a comment is told as one', async () => {
  const { header, blocks } = readGif(await plainGif());
  const prompt = comment('a castle\nSteps: 20, Sampler: Euler a, CFG scale: 7');
  const { findings } = await stripped(writeGif({ header, blocks: [prompt, ...blocks] }));
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'prompt', where: 'GIF Comment' }));
});

test('loops and timings stay', async () => {
  const { bytes } = await stripped(await privateGif(await animatedGif()));
  expect(await sharp(bytes).metadata()).toMatchObject({ pages: 3, loop: 2, delay: [100, 200, 300] });
});

test('of the looping extension only the number of loops stays', async () => {
  const { header, blocks } = readGif(await plainGif());
  const loops = application('NETSCAPE2.0', subBlocks('\x01\x05\0'));
  const long = application('NETSCAPE2.0', join(3, 1, 5, 0), subBlocks(canary('more than loops')));
  const { bytes } = await stripped(writeGif({ header, blocks: [long, ...blocks] }));
  expect(readGif(bytes).blocks[0]).toEqual(loops);
});

test('XMP ends where it says, whatever is in it', async () => {
  const gif = readGif(await plainGif());
  const { bytes, problems } = await stripped(writeGif({ ...gif, blocks: [xmpBlock(), ...gif.blocks] }));
  expect(problems).toEqual([]);
  expect(bytes).toEqual(writeGif(gif));
});

/** A frame is its description, colours and codes: puts more sub-blocks behind the codes. */
function withHiddenBlocks(gif: Uint8Array, hidden: string): Uint8Array {
  const { header, blocks } = readGif(gif);
  const longer = blocks.map((block) =>
    block[0] === 0x2c ? join(block.subarray(0, -1), subBlocks(hidden)) : block,
  );
  return writeGif({ header, blocks: longer });
}

test.each([plainGif, animatedGif])('what stands behind the codes of a picture goes', async (make) => {
  const original = withHiddenBlocks(await make(), canary('behind the codes'));
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(clean.findings).toContainEqual(expect.objectContaining({ where: 'GIF picture data' }));
  expect(leaks(clean.bytes)).toEqual([]);
  expect(clean.bytes).toEqual(await make());
});

test('codes that cannot be: held', async () => {
  const { header, blocks } = readGif(await plainGif());
  const broken = blocks.map((block) =>
    block[0] === 0x2c ? block.with(20, 0xff).with(21, 0xff).with(22, 0xff) : block,
  );
  expect(await stripped(writeGif({ header, blocks: broken }))).toMatchObject({
    status: 'damaged',
    usable: false,
  });
});

test('cut off in the middle of a picture: cleaned as far as it goes', async () => {
  const { header, blocks } = readGif(await plainGif());
  const original = writeGif({ header, blocks: [comment(canary('a comment')), ...blocks] });
  const clean = await stripped(original.subarray(0, -300));
  expect(clean).toMatchObject({
    status: 'damaged',
    usable: true,
    problems: ['The file ends before the picture does.'],
  });
  expect(leaks(clean.bytes)).toEqual([]);
});

test('a block of no known kind ends the file, as in browsers', async () => {
  const { header, blocks } = readGif(await animatedGif());
  const first = blocks.findIndex((block) => block[0] === 0x2c) + 1;
  const original = writeGif({ header, blocks: blocks.toSpliced(first, 0, join(canary('no block'))) });
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'damaged', usable: true });
  expect(leaks(clean.bytes)).toEqual([]);
  expect((await sharp(clean.bytes).metadata()).pages).toBe(1);
});

test('without the colour profile for those who want none', async () => {
  const { bytes } = await stripped(await privateGif(await plainGif()), { keepColourProfile: false });
  expect(Buffer.from(bytes).includes('ICCRGBG1012')).toBe(false);
  expect(await shown(bytes)).toEqual(await shown(await plainGif()));
});

test('a picture whose codes are all there keeps them and nothing behind them, even when the file ends without a word', async () => {
  const whole = await plainGif();
  const { bytes, problems } = await stripped(join(whole.subarray(0, -2), 255, canary('behind the pixels')));
  expect(bytes).toEqual(whole.subarray(0, -1));
  expect(problems).toEqual(['The file ends before the picture does.']);
  const bare = whole.subarray(0, -2);
  expect((await stripped(bare)).bytes).toEqual(bare);
});
