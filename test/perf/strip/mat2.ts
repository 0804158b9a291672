import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Format } from '../../../lib/strip/types.ts';

/** By its name alone mat2 knows what a file is; formats that are not here it does not take. */
const ENDINGS: Partial<Record<Format, string>> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  tiff: 'tiff',
  svg: 'svg',
  heif: 'heic',
  mp4: 'mp4',
};

/** What mat2 calls itself where it is installed ("mat2 0.13.3"), as Debian's package of that name does. */
export const MAT2 = spawnSync('mat2', ['--version']).stdout?.toString().trim().toLowerCase();

/** Files of one format cleaned by one run of mat2; those that it gives nothing for are missing. */
export function mat2All(
  files: Record<string, Uint8Array>,
  format: Format,
  options: readonly string[],
): Record<string, Uint8Array> {
  const ending = ENDINGS[format];
  if (!ending) return {};
  const folder = mkdtempSync(join(tmpdir(), 'meshwarden-bench-'));
  try {
    const inputs = Object.entries(files).map(([name, bytes], i) => {
      const path = join(folder, `${i}.${ending}`);
      writeFileSync(path, bytes);
      return { name, path, output: join(folder, `${i}.cleaned.${ending}`) };
    });
    spawnSync('mat2', [...options, ...inputs.map(({ path }) => path)]);
    const made = inputs.filter(({ output }) => existsSync(output));
    return Object.fromEntries(made.map(({ name, output }) => [name, new Uint8Array(readFileSync(output))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
