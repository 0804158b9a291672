import { join } from '../fixtures/bytes.ts';
import { hdrJpeg } from '../fixtures/hdr.ts';
import { privateMovie } from '../fixtures/isobmff/movie.ts';
import { privateStill } from '../fixtures/isobmff/still.ts';
import { cmykJpeg, phoneJpeg, plainJpeg, privateJpeg, trailer, withPrivateData } from '../fixtures/jpeg.ts';
import { animatedPng, privatePng } from '../fixtures/png.ts';
import { animatedWebp, plainWebp, privateWebp } from '../fixtures/webp.ts';

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
  ['AVIF with canaries', () => privateStill()],
  ['MP4 with canaries', async () => privateMovie()],
];
