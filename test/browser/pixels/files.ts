import { strip } from '../../../lib/strip/index.ts';
import type { Format } from '../../../lib/strip/types.ts';
import { corpusFiles } from '../../corpus/files.ts';

/** The formats that at least one browser shows. */
export const TYPES: Partial<Record<Format, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  jxl: 'image/jxl',
  heif: 'image/heic',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
};

/** Larger pictures take a browser long to draw twice, and show no more. */
const LARGEST = 400_000;

export type Pair = { name: string; format: Format; type: string; original: Uint8Array; clean: Uint8Array };

/** Every file of the corpus that was changed and that a browser may show, beside its clean copy. */
export async function pairs(): Promise<Pair[]> {
  const all: Pair[] = [];
  for (const { name, read } of corpusFiles()) {
    const original = await read();
    if (original.length > LARGEST) continue;
    const { status, usable, file, format } = await strip(new File([new Uint8Array(original)], ''));
    const type = TYPES[format];
    if (type && usable && status !== 'clean')
      all.push({ name, format, type, original, clean: new Uint8Array(await file.arrayBuffer()) });
  }
  return all;
}
