import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { crc32 } from 'node:zlib';
import { join, u32 } from '../../fixtures/bytes.ts';
import { phoneExif } from '../../fixtures/exif.ts';
import { plainModel, writeGlb } from '../../fixtures/gltf/model.ts';
import { pictureTrack, privateMovie } from '../../fixtures/isobmff/movie.ts';
import { coded, privateStill } from '../../fixtures/isobmff/still.ts';
import { phoneJpeg, trailer } from '../../fixtures/jpeg.ts';
import { plainPng, privateChunks, withChunks } from '../../fixtures/png.ts';
import { plainWebp, privateWebp } from '../../fixtures/webp.ts';

const MEGABYTE = 1_000_000;

/** A file in pieces: written one after the other, so that a large one is never in memory. */
type Pieces = Iterable<Uint8Array>;
type Make = (bytes: number) => Promise<Pieces>;

/** Files of any size, with metadata as a phone or a program writes it, and pixels that are noise: no tool here looks at them. */
export const INPUTS: Record<string, Make> = {
  JPEG: jpeg,
  PNG: png,
  WebP: webp,
  AVIF: still,
  MP4: movie,
  GLB: model,
};

/** Writes a file of about `bytes` bytes into `folder` and gives its path. */
export async function writeInput(folder: string, format: string, bytes: number): Promise<string> {
  const path = joinPath(folder, `${bytes}.${format.toLowerCase().replace('jpeg', 'jpg')}`);
  const file = openSync(path, 'w');
  for (const piece of (await INPUTS[format]?.(bytes)) ?? []) writeSync(file, piece);
  closeSync(file);
  return path;
}

/** Noise without 0xff, so that it is coded data to a JPEG reader. */
const NOISE = randomFillSync(new Uint8Array(MEGABYTE)).map((byte) => (byte === 0xff ? 0 : byte));

function* noise(bytes: number): Generator<Uint8Array> {
  for (let left = bytes; left > 0; left -= MEGABYTE) yield NOISE.subarray(0, left);
}

async function jpeg(bytes: number): Promise<Pieces> {
  const photo = await phoneJpeg();
  const end = photo.length - 2;
  return [photo.subarray(0, end), ...noise(bytes), photo.subarray(end), trailer()];
}

async function png(bytes: number): Promise<Pieces> {
  const picture = withChunks(await plainPng(), ...(await privateChunks()));
  const end = Buffer.from(picture).indexOf('IEND') - 4;
  const chunks = [...noise(bytes)].map((data) => {
    const body = join('IDAT', data);
    return join(u32(data.length), body, u32(crc32(body)));
  });
  return [picture.subarray(0, end), ...chunks, picture.subarray(end)];
}

async function webp(bytes: number): Promise<Pieces> {
  const picture = await privateWebp(await plainWebp());
  const at = Buffer.from(picture).indexOf('VP8 ');
  const length = Buffer.from(picture).readUInt32LE(at + 4);
  const added = bytes + (bytes % 2);
  const head = join(
    picture.subarray(0, 4),
    u32(riffLength(picture) + added, true),
    picture.subarray(8, at + 4),
  );
  const data = picture.subarray(at + 8, at + 8 + length);
  return [head, u32(length + added, true), data, ...noise(added), picture.subarray(at + 8 + length)];
}

function riffLength(picture: Uint8Array): number {
  return Buffer.from(picture).readUInt32LE(4);
}

async function still(bytes: number): Promise<Pieces> {
  const { data } = await coded();
  const items = [
    { id: 1, type: 'av01', data: join(data, ...noise(bytes)), properties: [0x81, 2, 3, 4], isSplit: false },
    { id: 2, type: 'Exif', data: join(u32(6), 'Exif\0\0', phoneExif(6)), isHidden: true },
  ];
  return [await privateStill({ items, references: [[['cdsc', 2, [1]]]] })];
}

async function movie(bytes: number): Promise<Pieces> {
  return [privateMovie({ tracks: [pictureTrack({ samples: [...noise(bytes)] })], gap: '' })];
}

async function model(bytes: number): Promise<Pieces> {
  const { json, bin } = await plainModel([await phoneJpeg()]);
  const views = json.bufferViews as Record<string, number>[];
  const accessors = json.accessors as Record<string, unknown>[];
  accessors.push({ bufferView: views.length, componentType: 5121, count: bytes, type: 'SCALAR' });
  views.push({ buffer: 0, byteOffset: bin.length, byteLength: bytes });
  const [mesh] = json.meshes as { primitives: { attributes: Record<string, number> }[] }[];
  Object.assign(mesh?.primitives[0]?.attributes ?? {}, { _NOISE: accessors.length - 1 });
  const whole = join(bin, ...noise(bytes));
  const named = { ...json, asset: { version: '2.0', generator: 'a program', copyright: 'a person' } };
  return [writeGlb({ json: { ...named, buffers: [{ byteLength: whole.length }] }, bin: whole })];
}
