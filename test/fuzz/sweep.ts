import type { Failure } from './fuzz.ts';
import { judge } from './judge.ts';
import type { Seed } from './seeds.ts';

/** The same bytes when there is nothing to change. */
type Change = (bytes: Buffer, at: number) => Buffer;

/** What is done to each byte, and to the four from it on: a little more or less, and what lengths and offsets look like that harm. */
const CHANGES: Record<string, Change> = {
  ...byteChanges({
    'one less': (old) => old - 1,
    'one more': (old) => old + 1,
    'eight more': (old) => old + 8,
    zero: () => 0,
    full: () => 0xff,
  }),
  ...numberChanges({
    zero: () => 0,
    one: () => 1,
    nine: () => 9,
    rest: (length, at) => length - at,
    half: () => 0x7fffffff,
    full: () => 0xffffffff,
  }),
  'cut off': (bytes, at) => bytes.subarray(0, at),
};

/** Judges each file with each change at each place, or at every `step`th. Returns how many were judged. */
export async function sweep(
  all: readonly Seed[],
  step: number,
  report: (failure: Failure) => void,
): Promise<number> {
  let run = 0;
  for (const { name: seed, bytes } of all) {
    for (let at = 0; at < bytes.length; at += step) {
      for (const [done, change] of Object.entries(CHANGES)) {
        const changed = change(bytes, at);
        if (changed.equals(bytes)) continue;
        const wrong = await judge(changed);
        if (wrong) report({ run, seed, done: [`${done} at ${at}`], wrong, bytes: changed });
        run++;
      }
    }
  }
  return run;
}

function byteChanges(values: Record<string, (old: number) => number>): Record<string, Change> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `byte ${name}`,
      written(1, (copy, at) => copy.writeUInt8(value(copy[at] ?? 0) & 0xff, at)),
    ]),
  );
}

/** Big-endian and little-endian. */
function numberChanges(
  values: Record<string, (length: number, at: number) => number>,
): Record<string, Change> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => [
      [`number ${name}`, written(4, (copy, at) => copy.writeUInt32BE(value(copy.length, at), at))],
      [
        `number ${name}, little-endian`,
        written(4, (copy, at) => copy.writeUInt32LE(value(copy.length, at), at)),
      ],
    ]),
  );
}

/** In a copy; not where the file ends before the `width` bytes do. */
function written(width: number, write: (copy: Buffer, at: number) => void): Change {
  return (bytes, at) => {
    const copy = Buffer.from(bytes);
    if (at + width <= copy.length) write(copy, at);
    return copy;
  };
}
