import { expect, test } from 'vitest';
import { join, u16, u32 } from '../../../fixtures/bytes.ts';
import { plainGif, readGif, writeGif } from '../../../fixtures/gif/gif.ts';
import { box } from '../../../fixtures/isobmff/boxes.ts';
import { codestream, writeJxl } from '../../../fixtures/jxl/jxl.ts';
import { stripped } from '../oracles.ts';

const MEGABYTES = 1_048_576;

/** Directories of 4000 entries each, one starting twelve bytes behind the other. */
function overlappingDirectories(): Uint8Array {
  const bytes = new Uint8Array(2 * MEGABYTES).fill(0);
  const words = new DataView(bytes.buffer);
  bytes.set(join('II*\0', u32(8, true)));
  for (let at = 8; at + 48_006 < bytes.length; at += 12) words.setUint16(at, 4000, true);
  for (let at = 8; at + 48_018 < bytes.length; at += 12) words.setUint32(at + 48_002, at + 12, true);
  return bytes;
}

/** A chain of pages of one entry, whose value is the whole file. */
function greedyPages(): Uint8Array {
  const pages = Array.from({ length: 9000 }, (_, i) => {
    const next = 8 + (i + 1) * 18;
    return join(
      u16(1, true),
      u16(270, true),
      u16(2, true),
      u32(160_000, true),
      u32(8, true),
      u32(i === 8999 ? 0 : next, true),
    );
  });
  return join('II*\0', u32(8, true), ...pages);
}

async function manyPictures(): Promise<Uint8Array> {
  const { header } = readGif(await plainGif());
  const picture = join(0x2c, u16(0), u16(0), u16(1, true), u16(1, true), 0, 2, 2, 0x44, 0x01, 0);
  return writeGif({
    header,
    blocks: [Buffer.concat(Array<Uint8Array>(200_000).fill(picture)), join(0x3b)].map((b) => join(b)),
  });
}

const plainBox = () => box('jxlc', codestream());

const HOSTILE: [name: string, make: () => Uint8Array | Promise<Uint8Array>][] = [
  ['TIFF directories that overlap', overlappingDirectories],
  ['TIFF pages that all have the same value', greedyPages],
  ['a GIF of 200,000 pictures', manyPictures],
  [
    'a JPEG XL of 90,000 boxes',
    () => writeJxl(Buffer.concat(Array<Uint8Array>(90_000).fill(box('free'))), plainBox()),
  ],
];

test.each(HOSTILE)(
  '%s: an answer all the same',
  async (_, make) => {
    const { status, usable } = await stripped(await make());
    expect(['clean', 'stripped', 'damaged', 'unsupported']).toContain(status);
    expect(usable).toBe(status === 'clean' || status === 'stripped');
  },
  30_000,
);
