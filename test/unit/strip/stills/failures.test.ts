import { expect, test } from 'vitest';
import { join } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { phoneExif } from '../../../fixtures/exif.ts';
import {
  animatedGif,
  application,
  comment,
  plainGif,
  readGif,
  subBlocks,
  writeGif,
  xmpBlock,
} from '../../../fixtures/gif/gif.ts';
import { box } from '../../../fixtures/isobmff/boxes.ts';
import { phoneJpeg } from '../../../fixtures/jpeg.ts';
import { codestream, writeJxl } from '../../../fixtures/jxl/jxl.ts';
import { bytesOf } from '../../../fixtures/svg/svg.ts';
import { type Field, strips, writeTiff } from '../../../fixtures/tiff/tiff.ts';
import { stripped } from '../oracles.ts';

const gifWith = async (gif: Uint8Array, block: Uint8Array) => {
  const { header, blocks } = readGif(gif);
  return writeGif({ header, blocks: [...blocks.slice(0, -1), join(block), ...blocks.slice(-1)] });
};
const tiffWith = (fields: Field[], isBig = false) =>
  writeTiff({
    isBig,
    pages: [
      { strips: strips(), fields },
      { strips: strips(), fields },
    ],
  });
const svgWith = (attributes: string, content = '') =>
  bytesOf(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="urn:inkscape" ${attributes}>${content}<rect/></svg>`,
  );

/** What users of other tools ran into: each of these was a bug somewhere. */
const FAILURES: [failure: string, make: () => Uint8Array | Promise<Uint8Array>, told: object][] = [
  [
    'GIF comment kept',
    async () => gifWith(await plainGif(), comment(canary('it'))),
    { where: 'GIF Comment' },
  ],
  [
    'GIF loop count lost',
    async () => gifWith(await animatedGif(), comment(canary('it'))),
    { where: 'GIF Comment' },
  ],
  ['XMP of a GIF taken for sub-blocks', async () => gifWith(await plainGif(), xmpBlock()), { where: 'XMP' }],
  [
    'provenance kept in a GIF',
    async () => gifWith(await plainGif(), application('C2PA_GIF\x01\0\0', subBlocks(canary('it')))),
    { kind: 'provenance' },
  ],
  ['data behind the end of a GIF', async () => join(await plainGif(), canary('it')), { kind: 'trailing' }],
  ['tags of the second TIFF page kept', () => tiffWith([[0x013b, canary('it')]]), { where: 'EXIF Artist' }],
  ['BigTIFF refused', () => tiffWith([[0x013b, canary('it')]], true), { where: 'EXIF Artist' }],
  ['place of a map kept in a TIFF', () => tiffWith([[0x87b1, canary('it')]]), { where: 'TIFF GeoTIFF' }],
  [
    'Photoshop layers kept in a TIFF',
    () => tiffWith([[0x935c, join(canary('it'))]]),
    { where: 'TIFF ImageSourceData' },
  ],
  ['provenance kept in a TIFF', () => tiffWith([[0xcd41, join(canary('it'))]]), { kind: 'provenance' }],
  [
    'Exif of a JPEG XL kept',
    () => writeJxl(box('Exif', join(0, 0, 0, 0), phoneExif(1)), box('jxlc', codestream())),
    { kind: 'location' },
  ],
  [
    'the JPEG in a JPEG XL kept',
    () => writeJxl(box('jxlc', codestream()), box('jbrd', canary('it'))),
    { where: 'JPEG XL jbrd' },
  ],
  [
    'Inkscape path kept in an SVG',
    () => svgWith(`inkscape:export-filename="/home/maria.curie/${canary('it')}.png"`),
    { kind: 'path', value: '/home/maria.curie/MWCANARY in it.png' },
  ],
  [
    'position of a photo kept in an SVG',
    async () =>
      svgWith(
        '',
        `<image href="data:image/jpeg;base64,${Buffer.from(await phoneJpeg()).toString('base64')}"/>`,
      ),
    { value: '51.5014, -0.1419' },
  ],
];

test.each(FAILURES)('%s', async (_, make, told) => {
  const clean = await stripped(await make());
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(clean.findings).toContainEqual(expect.objectContaining(told));
  expect(leaks(clean.bytes)).toEqual([]);
  expect((await stripped(clean.bytes)).status).toBe('clean');
});
