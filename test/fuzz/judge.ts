import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { strip } from '../../lib/strip/index.ts';
import type { Format, StripOptions, StripResult } from '../../lib/strip/types.ts';
import { fileOf } from '../fixtures/bytes.ts';
import { leaks } from '../fixtures/canary.ts';
import { withoutScans, withoutScansWithin } from './jpeg-scans.ts';
import { withoutPixels } from './pixels.ts';
import { withDecoded, withoutMemberNames, withUnpackedMembers } from './within.ts';

/** Of the processor's time: how long it takes by the clock depends on what else the machine has to do. */
const LONGEST_MS = 2_000;
/** By the clock: whoever waits for something that never comes takes no time of the processor. */
const LONGEST_WAIT_MS = 60_000;
const STATUSES = ['clean', 'stripped', 'damaged', 'unsupported'];
/** Formats with pictures written as text. */
const TEXTS: readonly Format[] = ['svg', 'gltf'];
/** Lines and names of these are text, wherever it came from. What else is moved and damaged has lost the checksum of its pixels. */
const HAS_FREE_TEXT: readonly Format[] = ['svg', 'obj', 'mtl', 'fbx', 'gltf', 'zip', '3mf', 'usdz'];
const MODELS: readonly Format[] = ['obj', 'mtl', 'ply', 'stl', 'fbx', 'gltf', 'glb', 'zip', '3mf', 'usdz'];
const MEGABYTE = 1 << 20;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/**
 * What is wrong with how a hostile file was taken; undefined when all is as it must be: an answer in time, little memory, the original when
 * it cannot be used, and else no canary, and nothing to do a second time. `isMoved`: things do not stand where they stood in the file.
 */
export async function judge(
  bytes: Buffer,
  isMoved = false,
  options: StripOptions = {},
): Promise<string | undefined> {
  const file = fileOf(bytes, 'hostile');
  const { result, wrong } = await taken(file, options);
  if (wrong || !result) return wrong;
  if (!STATUSES.includes(result.status)) return `an unknown status: ${result.status}`;
  if (result.status !== 'clean' && result.status !== 'stripped' && result.problems.length === 0)
    return `${result.status} without a word`;
  if (!result.usable) return result.file === file ? undefined : 'not usable, yet not the original';
  return judgeClean(result, isMoved, options);
}

async function judgeClean(
  result: StripResult,
  isMoved: boolean,
  options: StripOptions,
): Promise<string | undefined> {
  const clean = Buffer.from(await result.file.arrayBuffer());
  // Most files hold none at all: only when there is one it matters where. Credit lines that are kept may be anything.
  const isFree = options.keepCopyright === true || leaks(clean).length === 0;
  const [leak] = isFree ? [] : leaks(outsideOfPixels(result, clean, isMoved));
  if (leak) return `a canary came through: ${leak}`;
  const twice = await strip(fileOf(clean, 'hostile'), options);
  if (!clean.equals(Buffer.from(await twice.file.arrayBuffer())))
    return 'a second time something was changed';
  return twice.findings.length > 0 ? 'a second time something was found' : undefined;
}

/**
 * What is put into the coded data of a JPEG, which has no length, is picture to every decoder. So is what has come to stand where the
 * tables of other formats say that there are pixels. Models and archives keep the names of their files.
 */
function outsideOfPixels({ format, status }: StripResult, clean: Buffer, isMoved: boolean): Buffer {
  if (format === 'jpeg') return withoutScans(clean);
  if (isMoved && (status === 'damaged' || HAS_FREE_TEXT.includes(format))) return Buffer.alloc(0);
  if (isMoved && format === 'gif') return withoutColours(clean);
  // A naked JPEG XL is coded data from its first byte to its last.
  if (isMoved && format === 'jxl' && clean[0] === 0xff) return Buffer.alloc(0);
  const picture = TEXTS.includes(format)
    ? withDecoded(clean)
    : isMoved
      ? withoutPixels(format, clean)
      : clean;
  // Photos in models are cleaned as such.
  return MODELS.includes(format)
    ? withoutFileNames(withoutMemberNames(withoutScansWithin(withUnpackedMembers(picture))))
    : withoutScansWithin(picture);
}

/** A GIF whose beginning lost some bytes takes what follows for colours, whose number is fixed (GIF89a, section 19). */
function withoutColours(gif: Buffer): Buffer {
  const packed = gif[10] ?? 0;
  const length = packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
  return Buffer.concat([gif.subarray(0, 13), gif.subarray(13 + length)]);
}

/** What models keep of the files that belong to them: names, and folders that do not start at a disk or a root, which may have blanks in them. */
const FILE_NAME =
  /(?<=[\s"]|^)(?![a-z]:|[\\/])(?:(?!\s(?:[a-z]:|[\\/]))[^"\n])*\.(?:jpg|png|hdr|fbx|mtl)|[^\\/"\n]*\.(?:jpg|png|hdr|fbx|mtl)/gim;

/** A name that has lost the slash before it takes in the folder, and a folder the disk. */
function withoutFileNames(clean: Buffer): Buffer {
  return Buffer.from(clean.toString('latin1').replace(FILE_NAME, ''), 'latin1');
}

type Taken = { result?: StripResult; wrong?: string };

/** A slow or hungry run may be the machine's own doing, or garbage: it is looked at again, alone and closely. */
async function taken(file: File, options: StripOptions): Promise<Taken> {
  const before = memory();
  const start = performance.now();
  const first = await tried(file, options);
  const isSlow = performance.now() - start > LONGEST_MS;
  const isHungry = memory() - before > allowed(file);
  if (first.wrong || (!isSlow && !isHungry)) return first;
  collectGarbage();
  const peak = await peakDuring(() => tried(file, options));
  if (peak.used > allowed(file)) return { wrong: `took ${Math.round(peak.used / MEGABYTE)} MB` };
  return isSlow ? timed(file, options) : first;
}

async function tried(file: File, options: StripOptions): Promise<Taken> {
  try {
    return { result: await strip(file, options) };
  } catch (error) {
    return { wrong: `threw ${String(error)}` };
  }
}

async function timed(file: File, options: StripOptions): Promise<Taken> {
  const before = process.cpuUsage();
  const start = performance.now();
  const answer = await tried(file, options);
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  if (took > LONGEST_MS) return { wrong: `took ${Math.round(took)} ms` };
  const waited = performance.now() - start;
  return waited > LONGEST_WAIT_MS ? { wrong: `waited ${Math.round(waited)} ms` } : answer;
}

function allowed(file: File): number {
  return 2 * file.size + 32 * MEGABYTE;
}

/** The most memory in use at any time while `work` goes on, beyond what was in use before. Garbage does not count. */
async function peakDuring(work: () => Promise<unknown>): Promise<{ used: number }> {
  const before = memory();
  let used = 0;
  let isDone = false;
  const end = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise(setImmediate);
    if (memory() - before > used) collectGarbage();
    used = Math.max(used, memory() - before);
  }
  await end;
  return { used };
}

/** Bytes of objects and of buffers. (`process.memoryUsage` tells the same, but asks the system for more.) */
function memory(): number {
  const { used_heap_size: objects, external_memory: buffers } = getHeapStatistics();
  return objects + buffers;
}
