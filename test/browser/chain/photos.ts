import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phoneJpeg } from '../../fixtures/jpeg.ts';

/** A photo to give to a page, and words that the notice must say of it. */
export type Photo = { name: string; bytes: Buffer; said: RegExp[] };

const SHARED = join(import.meta.dirname, '../../../../shared/images');

/** Photos out of real devices: a camera's and a phone's, each with a place. */
const REAL = [
  {
    name: 'camera.jpg',
    path: 'MikeKovarik--exifr/test__fixtures__sidecar__IMG_5910.jpg',
    said: [/Location \(-?\d+\.\d+, -?\d+\.\d+\)/, /camera serial number/, /preview image/],
  },
  {
    name: 'telephone.jpg',
    path: 'exiftool--exiftool/t__images__Google.jpg',
    said: [/Location \(-?\d+\.\d+, -?\d+\.\d+\)/, /preview image/],
  },
];

/** A photo as a phone writes it, made by us, lying on its side; and the real ones when ../shared is there. */
export async function photos(): Promise<Photo[]> {
  const built: Photo = {
    name: 'built.jpg',
    bytes: Buffer.from(await phoneJpeg(6)),
    said: [/Location \(51\.5014, -0\.1419\)/, /camera serial number/, /preview image/],
  };
  if (!existsSync(SHARED)) {
    console.log('!! ../shared is not there: the chain is tried with our own photo only.');
    return [built];
  }
  const real = REAL.map(async ({ name, path, said }) => {
    return { name, bytes: await readFile(join(SHARED, path)), said };
  });
  return [built, ...(await Promise.all(real))];
}
