import { expect, test } from 'vitest';
import { linkedBmp } from '../fixtures/bmp/bmp.ts';
import { join, u16 } from '../fixtures/bytes.ts';
import { canary } from '../fixtures/canary.ts';
import { node, privateScene, writeAsciiFbx, writeFbx } from '../fixtures/fbx/nodes.ts';
import { plainGif } from '../fixtures/gif/gif.ts';
import { plainModel, writeGlb, writeGltf } from '../fixtures/gltf/model.ts';
import { box } from '../fixtures/isobmff/boxes.ts';
import { pictureTrack, privateMovie, writeMovie } from '../fixtures/isobmff/movie.ts';
import { coded, privateStill, SIZE, writeStill, XMP_TYPE } from '../fixtures/isobmff/still.ts';
import { phoneJpeg, plainJpeg, segment, withSegments } from '../fixtures/jpeg.ts';
import { codestream, parts, privateBoxes, writeJxl } from '../fixtures/jxl/jxl.ts';
import { ply } from '../fixtures/ply/files.ts';
import { plainPng } from '../fixtures/png.ts';
import { binaryStl } from '../fixtures/stl/files.ts';
import { strips, writeTiff } from '../fixtures/tiff/tiff.ts';
import { privateZip } from '../fixtures/zip/archive.ts';
import { privateUsdz } from '../fixtures/zip/usdz.ts';
import { FILES } from '../unit/strip/credit/files.ts';
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
    'a number behind words was taken for the ending of the texture of a PLY',
    () => ply('binary_little_endian', ['comment TextureFile MWCANARYlittle_endian 1.0']),
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
    'a JPEG XL picture that is so long that it takes in the start of the Exif behind it kept that',
    () => {
      const [exif] = privateBoxes();
      if (!exif) throw new Error('no Exif');
      return changed(writeJxl(box('jxlc', codestream()), exif), (jxl) => {
        const at = jxl.indexOf('jxlc') - 4;
        jxl.writeUInt32BE(jxl.readUInt32BE(at) + 90, at);
      });
    },
  ],
  [
    'numbers of a table by which a JPEG is scaled were taken for a text',
    async () =>
      changed(await plainJpeg(), (jpeg) => jpeg.write('MWCANARY', jpeg.indexOf('\xff\xdb', 0, 'latin1') + 9)),
  ],
  [
    'a GIF whose pixels are followed by no end but by a part that the file ends in kept that',
    async () => join((await plainGif()).subarray(0, -2), 255, canary('behind the pixels')),
  ],
  [
    'a path of a text FBX that has lost the slash behind its disk stayed',
    async () =>
      changed(writeAsciiFbx(privateScene(await phoneJpeg())), (fbx) =>
        fbx.write(']', fbx.indexOf('::C:\\Users') + 4),
      ),
  ],
  [
    'a note behind the header of a bitmap of two bits a pixel was taken for colours',
    () =>
      changed(linkedBmp(), (bmp) => {
        bmp.writeUInt16LE(2, 28);
      }),
  ],
  [
    'a bitmap so wide that its pixels lie over the path of its profile kept that',
    () => changed(linkedBmp(), (bmp) => bmp.writeInt32LE(7, 18)),
  ],
  [
    'a view of a model that is longer than the numbers in it kept the start of a picture',
    async () => {
      const { json, bin } = await plainModel([await phoneJpeg()]);
      const views = json.bufferViews as { byteLength: number }[];
      Object.assign(views[2] ?? {}, { byteLength: 92 });
      return writeGlb({ json: { ...json, images: [] }, bin });
    },
  ],
  [
    'a binary STL with more triangles than it has took a picture behind them for triangles',
    async () => changed(join(binaryStl('', 100), await phoneJpeg()), (stl) => stl.writeUInt32LE(100 + 8, 80)),
  ],
  [
    'a binary PLY with more points than it has took a picture behind them for points',
    async () => {
      const header = 'element vertex 99\nproperty float x\nend_header\n';
      const points = new Float32Array(3);
      return join(
        `ply\nformat binary_little_endian 1.0\n${header}`,
        new Uint8Array(points.buffer),
        await phoneJpeg(),
      );
    },
  ],
  [
    'letters in place of the list of strips of a TIFF stayed',
    () =>
      changed(writeTiff({ pages: [{ strips: strips(2) }] }), (tiff) => {
        const entry = tiff.lastIndexOf(Buffer.of(273 & 255, 1, 4, 0));
        tiff.write('MWCANARY', tiff.readUInt32LE(entry + 8));
      }),
  ],
  [
    'letters in place of the list of strips of a TIFF whose pixels have no bits stayed',
    () =>
      changed(writeTiff({ pages: [{ strips: strips(2) }] }), (tiff) => {
        const entry = tiff.lastIndexOf(Buffer.of(273 & 255, 1, 4, 0));
        tiff.write('MWCANARY', tiff.readUInt32LE(entry + 8));
        tiff.fill(
          0,
          tiff.lastIndexOf(Buffer.of(8, 0, 8, 0, 8, 0)),
          tiff.lastIndexOf(Buffer.of(8, 0, 8, 0, 8, 0)) + 6,
        );
      }),
  ],
  [
    'a TIFF whose one strip lies over what stands between two of them kept that',
    () => {
      const gap = Buffer.from(canary('between strips'));
      return changed(writeTiff({ pages: [{ strips: strips(2), gap }] }), (tiff) => {
        const entry = (tag: number) =>
          tiff.lastIndexOf(Buffer.of(tag & 255, tag >> 8, tag === 278 ? 3 : 4, 0));
        tiff.writeUInt16LE(600, entry(278) + 8); // rows of a strip
        tiff.writeUInt16LE(256, entry(279)); // lengths of strips
      });
    },
  ],
  [
    'a USDZ whose list has another name for its scene than its first header was written anew twice',
    async () => changed(await privateUsdz(), (zip) => zip.writeUInt8(0, zip.lastIndexOf('a.usda') + 5)),
  ],
  [
    'letters in the header of a scan stayed',
    async () =>
      changed(await plainJpeg(), (jpeg) => jpeg.write('MWCANARY', jpeg.indexOf('\xff\xda', 0, 'latin1') + 5)),
  ],
  [
    'letters in place of the values of a code stayed',
    async () => {
      const table = segment(0xc4, 0, new Uint8Array(15), 8, 'MWCANARY');
      const jpeg = await plainJpeg();
      const at = Buffer.from(jpeg).indexOf('\xff\xda', 0, 'latin1');
      return join(jpeg.subarray(0, at), table, jpeg.subarray(at));
    },
  ],
  [
    'letters in the header of a frame with many components stayed',
    async () => {
      const components = Buffer.from('MWCANARY in a component'.padEnd(30));
      const frame = segment(0xc0, 8, u16(16), u16(16), 10, components);
      const jpeg = await plainJpeg();
      const at = Buffer.from(jpeg).indexOf('\xff\xc0', 0, 'latin1');
      return join(jpeg.subarray(0, at), frame, jpeg.subarray(at + 19));
    },
  ],
  [
    'letters in place of the light that a profile is for stayed',
    async () => changed(await phoneJpeg(), (jpeg) => jpeg.write('MWCANARY', jpeg.indexOf('acsp') + 32)),
  ],
  [
    'the numbers of a curve in the colour profile of a JPEG, which spelled words, were taken for a note',
    async () => changed(await phoneJpeg(), (jpeg) => jpeg.write('MWCANARY', jpeg.lastIndexOf('para') + 20)),
  ],
  [
    'blanks in the midst of the description of a model were gone through once for each of them',
    async () =>
      writeGltf({ ...(await plainModel([])), json: { asset: { version: '2.0', a: ' '.repeat(200_000) } } }),
  ],
  [
    'zeros in the midst of a text of a video were gone through once for each of them',
    () => {
      const text = join(u16(65_000), u16(0), new Uint8Array(64_000), 'x');
      return writeMovie({
        tracks: [pictureTrack()],
        inMoov: [box('udta', ...Array.from({ length: 8 }, () => box('\xa9nam', text)))],
      });
    },
  ],
  [
    'a video header of the old form that says it is of the new one kept what stands at its end',
    () =>
      changed(privateMovie(), (movie) => {
        movie.write('MWCANARY', movie.indexOf('mvhd') + 76);
        movie.writeUInt8(1, movie.indexOf('mvhd') + 4);
      }),
  ],
  [
    'a disk without a slash behind it, behind words that are no option, left the folders of a picture',
    () => Buffer.from('newmtl skin\nmap_Bump -bm 0.2 text 0 C:jane\\MWCANARY\\skin colour.png\n'),
  ],
  [
    'a texture of a PLY with nothing before its ending stayed the first time only',
    () => ply('ascii', ['comment TextureFile skin/MWCANARY/.png']),
  ],
  [
    'base64 text as the name of a property of an FBX stayed',
    () =>
      fbxWith(
        `P: "Url${Buffer.from(canary('a picture').repeat(4)).toString('base64')}", "KString", "", "", "x"`,
      ),
  ],
  [
    'the value of a property stayed the first time only when its name went',
    () => fbxWith(`P: "Path${'x'.repeat(80)}", "KString", "", "", "skin.jpg"`),
  ],
  [
    'words behind the first two values of a node that refers to another stayed',
    () => fbxWith(`Model: , "KString", "", "U", "${canary('notes')}"`),
  ],
  [
    'a chunk of samples that begins a few bytes late took in the words behind it',
    () => {
      const movie = Buffer.from(privateMovie());
      const place = nth(movie, 'stco', 1) + 19;
      return changed(movie, (copy) => copy.writeUInt8((movie[place] ?? 0) + 8, place));
    },
  ],
  [
    'the names of items stayed in entries that are too old to have a type',
    async () => {
      const still = Buffer.from(await privateStill());
      return changed(still, (copy) => copy.writeUInt8(1, nth(still, 'infe', 3) + 4));
    },
  ],
  [
    'the number of bits of a picture that took in the colour profile behind it stayed with all its names',
    async () => {
      const still = Buffer.from(await privateStill());
      return changed(still, (copy) => copy.writeUInt8(1, nth(still, 'pixi', 1) - 2));
    },
  ],
  [
    'a movie whose first reference to data has no length had its samples blanked the second time only',
    () => {
      const movie = Buffer.from(privateMovie());
      return changed(movie, (copy) => copy.writeUInt32BE(0, nth(movie, 'dref', 1) + 12));
    },
  ],
  [
    'the kind of an object of a binary FBX with a slash in it was taken for its name the first time only',
    async () => {
      const scene = Buffer.from(writeFbx(privateScene(await phoneJpeg())));
      return changed(scene, (copy) => copy.write('\\', nth(scene, '\0\x01Texture', 1) + 2));
    },
  ],
  [
    'a picture of a JPEG XL that goes on to the end of the file had taken in what stood behind it',
    () => {
      const jxl = Buffer.from(writeJxl(box('jxlc', codestream()), ...privateBoxes()));
      return changed(jxl, (copy) => copy.writeUInt32BE(0, nth(jxl, 'jxlc', 1) - 4));
    },
  ],
  [
    'a picture of a JPEG XL that is exactly as long as all that stood behind it had taken that in',
    () => {
      const jxl = Buffer.from(writeJxl(box('jxlc', codestream()), ...privateBoxes()));
      const start = nth(jxl, 'jxlc', 1) - 4;
      return changed(jxl, (copy) => copy.writeUInt32BE(jxl.length - start, start));
    },
  ],
  [
    'free space with a length of eight letters stayed with them',
    () => {
      const movie = Buffer.from(privateMovie());
      return changed(movie, (copy) => copy.writeUInt32BE(1, nth(movie, 'skip', 1) - 4));
    },
  ],
  [
    'the private box of a codec stayed where a picture of few colours has a table of them',
    () => {
      const movie = Buffer.from(privateMovie());
      return changed(movie, (copy) => copy.writeUInt32LE(1, nth(movie, 'avcC', 1) - 7));
    },
  ],
  [
    'base64 text behind the last slash of a picture whose address has a slip in "data" was taken for its name',
    async () => {
      const model = Buffer.from(writeGltf(await plainModel([await plainPng()]), true)).toString('latin1');
      const code = Buffer.from(`xx${canary('a picture')}.`).toString('base64');
      return Buffer.from(model.replace(/data:image\/png;base64,[^"]*/, `cata:image/png;base64,AAAA/${code}`));
    },
  ],
  [
    'a property of a binary FBX whose name is a path kept its value the first time only',
    () => writeFbx([node('Objects', [], node('P', ['C:\\jane\\UVSet', 'KString', '', '', 'map1']))]),
  ],
];

test.each(FOUND)('%s', async (_, make) => {
  expect(await judge(Buffer.from(await make()))).toBeUndefined();
});

test('a note of a still picture that is of no known kind was taken for one with credit lines the first time only', async () => {
  const still = changed(await credited('AVIF'), (avif) => avif.write('mimf', avif.indexOf('mime')));
  expect(await judge(still, false, { keepCopyright: true })).toBeUndefined();
});

test('credit lines of a still picture that have no room in their place left zeros, and an empty packet the second time only', async () => {
  const { data, config } = await coded();
  const still = writeStill({
    items: [
      { id: 1, type: 'av01', data, properties: [0x81, 2] },
      {
        id: 2,
        type: 'mime',
        rest: XMP_TYPE,
        data: join('<dc:rights>A name</dc:rights>'.padEnd(200)),
        isHidden: true,
      },
    ],
    properties: [config, SIZE],
    references: [[['cdsc', 2, [1]]]],
  });
  expect(await judge(Buffer.from(still), false, { keepCopyright: true })).toBeUndefined();
});

test('credit lines of a second XMP that announces a gain map which is not there stayed the first time only', async () => {
  const xmp = (notes: string) =>
    segment(
      0xe1,
      'http://ns.adobe.com/xap/1.0/\0',
      `<x:xmpmeta ${notes}><dc:rights>A name</dc:rights></x:xmpmeta>`,
    );
  const jpeg = withSegments(await plainJpeg(), xmp(''), xmp('hdrgm:Version="1.0"'));
  expect(await judge(Buffer.from(jpeg), false, { keepCopyright: true })).toBeUndefined();
});

/** A scene as text with one line in an object. */
function fbxWith(line: string): Buffer {
  return Buffer.from(
    `; FBX 7.4.0 project file\nObjects:  {\n\tModel: 1, "Model::a", "Mesh" {\n\t\t${line}\n\t}\n}\n`,
  );
}

function changed(bytes: Uint8Array, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** A file with credit lines, by the name of its format. */
async function credited(wanted: string): Promise<Uint8Array> {
  const make = FILES.find(([name]) => name === wanted)?.[1];
  if (!make) throw new Error(`no ${wanted}`);
  return make();
}

/** Where a name stands for the `n`th time. */
function nth(bytes: Buffer, name: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) at = bytes.indexOf(name, at + 1);
  return at;
}
