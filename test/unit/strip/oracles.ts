import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { strip } from '../../../lib/strip/index.ts';
import type { StripOptions, StripResult } from '../../../lib/strip/types.ts';
import { fileOf } from '../../fixtures/bytes.ts';

/** Strips bytes, and gives the clean bytes beside the result. */
export async function stripped(
  bytes: Uint8Array,
  options?: StripOptions,
): Promise<StripResult & { bytes: Uint8Array }> {
  const result = await strip(fileOf(bytes, 'a picture'), options);
  return { ...result, bytes: new Uint8Array(await result.file.arrayBuffer()) };
}

/**
 * Everything a viewer would draw, by libvips: all frames in sRGB, seen through the colour profile; orientation, loops, timings. Also as a
 * decoder that knows no colour profiles sees it. (Not the density: it comes from JFIF, which stays, or from Exif, which goes.)
 */
export async function shown(bytes: Uint8Array): Promise<unknown> {
  const options = { animated: true, failOn: 'none' } as const;
  const { orientation = 1, space, pages, delay, loop, hasProfile } = await sharp(bytes, options).metadata();
  const { data, info } = await sharp(bytes, options).raw().toBuffer({ resolveWithObject: true });
  const bare = hasProfile
    ? await sharp(bytes, { ...options, ignoreIcc: true })
        .raw()
        .toBuffer()
    : data;
  return { pixels: hash(data), bare: hash(bare), info, orientation, space, pages, delay, loop, hasProfile };
}

function hash(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
