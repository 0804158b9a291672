import { linkedBmp, privateBmp } from '../fixtures/bmp/bmp.ts';
import { join } from '../fixtures/bytes.ts';
import { canary } from '../fixtures/canary.ts';
import { privateScene, writeAsciiFbx, writeFbx } from '../fixtures/fbx/nodes.ts';
import { animatedGif, plainGif, privateGif } from '../fixtures/gif/gif.ts';
import { glbChunk, plainModel, privateModel, writeGlb, writeGltf } from '../fixtures/gltf/model.ts';
import { hdrJpeg } from '../fixtures/hdr.ts';
import { privateProfile } from '../fixtures/icc.ts';
import { privateMovie, privateSequence } from '../fixtures/isobmff/movie.ts';
import { privateStill } from '../fixtures/isobmff/still.ts';
import { cmykJpeg, phoneJpeg, plainJpeg, privateJpeg, trailer, withPrivateData } from '../fixtures/jpeg.ts';
import { parts, privateJxl } from '../fixtures/jxl/jxl.ts';
import { NOTES, ply } from '../fixtures/ply/files.ts';
import { animatedPng, privatePng } from '../fixtures/png.ts';
import { privateAsciiStl, privateBinaryStl } from '../fixtures/stl/files.ts';
import { bytesOf, privateSvg } from '../fixtures/svg/svg.ts';
import { privateTiff } from '../fixtures/tiff/tiff.ts';
import { privateMtl, privateObj } from '../fixtures/wavefront/files.ts';
import { animatedWebp, plainWebp, privateWebp } from '../fixtures/webp.ts';
import { private3mf, privateZip } from '../fixtures/zip/archive.ts';
import { privateUsdz } from '../fixtures/zip/usdz.ts';

import { FILES as CREDITED } from '../unit/strip/credit/files.ts';

export type Builder = [name: string, make: () => Promise<Uint8Array>];

/** One or more for each format, with a canary in every private place that is known. */
export const BUILDERS: readonly Builder[] = [
  ['phone JPEG', () => phoneJpeg()],
  ['JPEG with canaries', async () => withPrivateData(await plainJpeg())],
  ['progressive JPEG with canaries', privateJpeg],
  ['CMYK JPEG with canaries', async () => withPrivateData(await cmykJpeg())],
  ['HDR JPEG', () => hdrJpeg({ behind: join(trailer()) })],
  ['HDR JPEG by its directory', () => hdrJpeg({ index: false, iso: false })],
  ['PNG with canaries', privatePng],
  ['animated PNG', animatedPng],
  ['lossy WebP with canaries', async () => privateWebp(await plainWebp())],
  ['lossless WebP with canaries', async () => privateWebp(await plainWebp({ lossless: true }))],
  ['animated WebP with canaries', async () => privateWebp(await animatedWebp())],
  ['GIF with canaries', async () => privateGif(await plainGif())],
  ['animated GIF with canaries', async () => privateGif(await animatedGif())],
  ['TIFF with canaries', () => privateTiff()],
  ['big-endian TIFF with canaries', () => privateTiff({ littleEndian: false })],
  ['BigTIFF with canaries', () => privateTiff({ isBig: true })],
  ['BMP with canaries', async () => privateBmp(await privateProfile())],
  ['BMP with a linked profile', async () => linkedBmp()],
  ['JPEG XL with canaries', async () => privateJxl()],
  ['JPEG XL in parts with canaries', async () => privateJxl(parts())],
  ['SVG with canaries', async () => bytesOf(await privateSvg())],
  ['AVIF with canaries', () => privateStill()],
  ['AVIF sequence with canaries', privateSequence],
  ['MP4 with canaries', async () => privateMovie()],
  [
    'GLB with canaries',
    async () => writeGlb(await privateModel(), glbChunk('MWCA', canary('a chunk of no known kind'))),
  ],
  ['GLB with names of files', filesOfModel],
  ['glTF with canaries', async () => writeGltf(await privateModel(), true)],
  ['OBJ with canaries', async () => privateObj()],
  ['MTL with canaries', async () => privateMtl()],
  ['binary FBX with canaries', async () => writeFbx(privateScene(await phoneJpeg()))],
  ['text FBX with canaries', async () => writeAsciiFbx(privateScene(await phoneJpeg()))],
  ['binary STL with canaries', async () => privateBinaryStl()],
  ['text STL with canaries', async () => privateAsciiStl()],
  ['text PLY with canaries', async () => ply('ascii', NOTES)],
  ['binary PLY with canaries', async () => ply('binary_little_endian', NOTES)],
  ['3MF with canaries', async () => private3mf(await privateJpeg())],
  ['USDZ with canaries', privateUsdz],
  ['ZIP with canaries', archive],
  ...CREDITED.map(([name, make]): Builder => [`${name}, with credit lines`, make]),
];

/** A model whose pictures are files of somebody's computer, and something behind its end. */
async function filesOfModel(): Promise<Uint8Array> {
  const { json, bin } = await plainModel([await phoneJpeg()]);
  const images = [{ uri: 'C:/Users/MWCANARY/skin.png' }, { uri: 'file:///home/MWCANARY/skin%20two.jpg' }];
  return join(writeGlb({ json: { ...json, images }, bin }), canary('behind the end'));
}

/** A model with its material and its picture, as people send them. */
async function archive(): Promise<Uint8Array> {
  return privateZip([
    { name: 'model/scan.obj', data: privateObj() },
    { name: 'model/scan.mtl', data: privateMtl(), isStreamed: true },
    { name: 'model/skin.jpg', data: await phoneJpeg(), stored: true },
  ]);
}
