import { expect, test } from 'vitest';
import { plainModel, writeGlb } from '../fixtures/gltf/model.ts';
import { privateMovie } from '../fixtures/isobmff/movie.ts';
import { plainJpeg } from '../fixtures/jpeg.ts';
import { parts, privateBoxes, writeJxl } from '../fixtures/jxl/jxl.ts';
import { ply } from '../fixtures/ply/files.ts';
import { plainPng } from '../fixtures/png.ts';
import { strips, writeTiff } from '../fixtures/tiff/tiff.ts';
import { privateZip } from '../fixtures/zip/archive.ts';
import { judge } from './judge.ts';

/** What fuzzing has found wrong once: a name, and the file that was taken wrongly. */
const FOUND: [name: string, make: () => Uint8Array | Promise<Uint8Array>][] = [
  [
    'a track whose list of data references is empty had its samples blanked the second time only',
    () => changed(privateMovie(), (movie) => movie.writeUInt32BE(8, nth(movie, 'dref', 2) - 4)),
  ],
  [
    'a model with a picture that is cut off was taken for changed every time',
    async () => {
      const { json, bin } = await plainModel([(await plainPng()).slice(0, -40), await plainJpeg()]);
      return writeGlb({ json, bin });
    },
  ],
  [
    'a picture of a material whose path has nothing but an ending stayed the first time only',
    () => Buffer.from('newmtl skin\nKd 1 1 1\nrefl -type sphere /.hdr\n'),
  ],
  [
    'a texture of a PLY whose name begins with a blank had it the first time only',
    () => ply('ascii', ['comment TextureFile C:\\Users\\ 1.0']),
  ],
  [
    'an absolute path behind an option that nobody knows stayed',
    () => Buffer.from('newmtl skin\nKd 1 1 1\nrefl -txpe sphere /srv/MWCANARY/sky.hdr\n'),
  ],
  [
    'a comment of a style sheet whose beginning is broken stayed',
    () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg"><style>a{} * MWCANARY */ rect { fill: red }</style></svg>',
      ),
  ],
  [
    'a number of a TIFF that says it is a text was believed the first time only',
    () =>
      changed(writeTiff({ pages: [{ strips: strips(2), fields: [[270, 'a note']] }] }), (tiff) =>
        tiff.writeUInt16LE(2, tiff.indexOf(Buffer.of(277 & 0xff, 1, 3, 0)) + 2),
      ),
  ],
  [
    'an archive with a photo that is cut off was taken for changed every time',
    async () => privateZip([{ name: 'a.jpg', data: (await plainJpeg()).slice(0, -40), stored: true }]),
  ],
  [
    'a part of a JPEG XL that is so long that it takes in the Exif behind it kept that, when the last part was missing',
    () => {
      const [first, second] = parts();
      const [exif] = privateBoxes();
      if (!first || !second || !exif) throw new Error('too few boxes');
      return changed(writeJxl(first, exif, second), (jxl) =>
        jxl.writeUInt32BE(first.length + exif.length, jxl.indexOf('jxlp') - 4),
      );
    },
  ],
  [
    'numbers of a table by which a JPEG is scaled were taken for a text',
    async () =>
      changed(await plainJpeg(), (jpeg) => jpeg.write('MWCANARY', jpeg.indexOf('\xff\xdb', 0, 'latin1') + 9)),
  ],
];

test.each(FOUND)('%s', async (_, make) => {
  expect(await judge(Buffer.from(await make()))).toBeUndefined();
});

function changed(bytes: Uint8Array, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** Where a name stands for the `n`th time. */
function nth(bytes: Buffer, name: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) at = bytes.indexOf(name, at + 1);
  return at;
}
