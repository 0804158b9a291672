import sharp from 'sharp';
import { privateBmp, writeBmp } from '../../../fixtures/bmp/bmp.ts';
import { animatedGif, plainGif, privateGif } from '../../../fixtures/gif/gif.ts';
import { privateProfile } from '../../../fixtures/icc.ts';
import { parts, plainJxl, privateJxl } from '../../../fixtures/jxl/jxl.ts';
import { picture } from '../../../fixtures/picture.ts';
import { brokenSvg, bytesOf, PLAIN, privateSvg } from '../../../fixtures/svg/svg.ts';
import { privateTiff, strips, writeTiff } from '../../../fixtures/tiff/tiff.ts';
import { xmpPacket } from '../../../fixtures/xmp.ts';

type Fixture = [name: string, make: () => Uint8Array | Promise<Uint8Array>];

/** With a canary in every private place of their format. */
export const PRIVATE: Fixture[] = [
  ['GIF', async () => privateGif(await plainGif())],
  ['animated GIF', async () => privateGif(await animatedGif())],
  ['TIFF', () => privateTiff()],
  ['big-endian TIFF', () => privateTiff({ littleEndian: false })],
  ['BigTIFF', () => privateTiff({ isBig: true })],
  ['big-endian BigTIFF', () => privateTiff({ isBig: true, littleEndian: false })],
  ['BMP', async () => privateBmp(await privateProfile())],
  ['JPEG XL', () => privateJxl()],
  ['JPEG XL in parts', () => privateJxl(parts())],
  ['SVG', async () => bytesOf(await privateSvg())],
  ['broken SVG', () => bytesOf(brokenSvg())],
];

/** As programs write them, with nothing private. */
export const PLAIN_FILES: Fixture[] = [
  ['GIF', plainGif],
  ['animated GIF', animatedGif],
  ['TIFF', () => writeTiff({ pages: [{ strips: strips() }] })],
  ['BMP', () => writeBmp()],
  ['JPEG XL', plainJxl],
  ['SVG', () => bytesOf(PLAIN)],
];

const COMPRESSIONS = ['none', 'lzw', 'deflate', 'packbits', 'jpeg', 'webp', 'ccittfax4'] as const;

/** TIFF as libtiff writes it, in every way to pack pixels that sharp knows. */
export const PACKED: Fixture[] = COMPRESSIONS.flatMap((compression): Fixture[] =>
  [false, true].map((tile) => [
    `${compression} in ${tile ? 'tiles' : 'strips'}`,
    async () => {
      const isFax = compression === 'ccittfax4';
      const source = sharp(await picture().png().toBuffer());
      return (isFax ? source.threshold().toColourspace('b-w') : source)
        .withXmp(xmpPacket())
        .tiff({ compression, tile, tileWidth: 16, tileHeight: 16, ...(isFax ? { bitdepth: 1 } : {}) })
        .toBuffer();
    },
  ]),
);
