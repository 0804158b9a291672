import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { strip } from '../../lib/strip/index.ts';
import type { StripOptions, StripResult } from '../../lib/strip/types.ts';
import { fileOf } from '../fixtures/bytes.ts';
import { leaks } from '../fixtures/canary.ts';
import { outsideOfPixels } from './outside.ts';

/** Of the processor's time: how long it takes by the clock depends on what else the machine has to do. */
const LONGEST_MS = 2_000;
/** By the clock: whoever waits for something that never comes takes no time of the processor. */
const LONGEST_WAIT_MS = 60_000;
const STATUSES = ['clean', 'stripped', 'damaged', 'unsupported'];
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
  const [leak] = isFree ? [] : leaks(await outsideOfPixels(result.format, clean, isMoved));
  if (leak) return `a canary came through: ${leak}`;
  const twice = await strip(fileOf(clean, 'hostile'), options);
  if (!clean.equals(Buffer.from(await twice.file.arrayBuffer())))
    return 'a second time something was changed';
  return twice.findings.length > 0 ? 'a second time something was found' : undefined;
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
