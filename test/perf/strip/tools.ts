import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ExifTransformer from 'exif-be-gone';
import { stripMetadata } from 'metadata-remover';
import { removeMetadata } from 'picscrub';
import piexif from 'piexifjs';
import { strip } from '../../../lib/strip/index.ts';
import { fileOf } from '../../fixtures/bytes.ts';

const EXIFTOOL = new URL('../../../node_modules/exiftool-vendored.pl/bin/exiftool', import.meta.url).pathname;

/** Takes the bytes of a file and gives the cleaned ones; rejects when it cannot. */
export type Tool = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Tools that run in JavaScript, in memory. */
export const PEERS: Record<string, Tool> = {
  'picscrub 1.0': async (bytes) =>
    (await removeMetadata(bytes, { preserveColorProfile: true, preserveOrientation: true })).data,
  'metadata-remover 0.1': async (bytes) => stripMetadata(bytes).cleaned,
  'exif-be-gone 1.5': exifBeGone,
  'piexifjs 1.0': async (bytes) => latin1(piexif.remove(Buffer.from(bytes).toString('latin1'))),
};

export const OURS: Tool = async (bytes) => {
  const { usable, file } = await strip(fileOf(bytes, ''));
  if (!usable) throw new Error('held');
  return new Uint8Array(await file.arrayBuffer());
};

/** As its author advises for pictures that have to look the same. */
export const EXIFTOOL_CAREFUL =
  '-all= -CommonIFD0= --icc_profile:all -tagsfromfile @ -colorspacetags -orientation';

/** Files cleaned by one run of ExifTool; those that it gives nothing for are missing. */
export function exiftoolAll(files: Record<string, Uint8Array>, options: string): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'meshwarden-bench-'));
  try {
    const names = Object.keys(files);
    for (const [i, name] of names.entries()) writeFileSync(join(folder, String(i)), files[name] ?? '');
    spawnSync('perl', [
      EXIFTOOL,
      ...options.split(' '),
      '-q',
      '-q',
      '-m',
      '-ext',
      '*',
      '-o',
      join(folder, 'out', '/'),
      folder,
    ]);
    return Object.fromEntries(names.flatMap((name, i) => read(name, join(folder, 'out', String(i)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One process for one file, as a program that calls ExifTool does. */
export function exiftoolOnce(path: string): void {
  spawnSync('perl', [EXIFTOOL, '-all=', '-q', '-o', `${path}.clean`, path]);
  rmSync(`${path}.clean`, { force: true });
}

function read(name: string, path: string): [string, Uint8Array][] {
  try {
    return [[name, new Uint8Array(readFileSync(path))]];
  } catch {
    return [];
  }
}

async function exifBeGone(bytes: Uint8Array): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  await pipeline(Readable.from([Buffer.from(bytes)]), new ExifTransformer(), async (output) => {
    for await (const piece of output) pieces.push(piece as Buffer);
  });
  return Buffer.concat(pieces);
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
