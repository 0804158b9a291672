/**
 * The stripper beside its peers, in one run: what each tool leaves in real files (`quality`), and how long it takes by format and size in
 * Node (`speed`) and in Chromium (`chromium`), and what a large video takes there (`memory`). Prints tables; name a part to run only that.
 *
 *   npm run bench:strip -- quality
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Format } from '../../lib/strip/types.ts';
import { hasShared } from '../corpus/files.ts';
import { chromiumSpeed } from './strip/chromium.ts';
import { chromiumMemory } from './strip/memory.ts';
import { quality } from './strip/quality.ts';
import { type Row, speed } from './strip/speed.ts';
import { table } from './strip/table.ts';

/** What the peers clean, and those that only we and ExifTool do. */
const FORMATS: Format[] = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'svg', 'heif', 'avif', 'mp4'];

const folder = mkdtempSync(join(tmpdir(), 'meshwarden-bench-'));
const PARTS: Record<string, () => Promise<Row[]>> = {
  quality: () => quality(FORMATS),
  speed: () => speed(folder),
  chromium: () => chromiumSpeed(folder),
  memory: () => chromiumMemory(folder),
};
const chosen = process.argv.slice(2).filter((part) => part in PARTS);

// libheif tells there of each picture that it has no decoder for.
const print = console.log;
console.log = () => {};
try {
  if (!hasShared)
    print('SKIPPED: no collection of real files beside the project, so the few of an npm package stand in.');
  for (const part of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
    print(`\n## ${part}\n\n${table((await PARTS[part]?.()) ?? [])}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
