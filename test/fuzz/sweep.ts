import type { Failure } from './fuzz.ts';
import { judge } from './judge.ts';
import type { Seed } from './seeds.ts';

type Change = (copy: Buffer, at: number) => void;

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
};

/** Judges each file with each change at each place (`step`: at every so manieth), and cut off there. Returns how many were judged. */
export async function sweep(
  all: readonly Seed[],
  step: number,
  report: (failure: Failure) => void,
): Promise<number> {
  let run = 0;
  for (const { name: seed, bytes } of all) {
    for (let at = 0; at < bytes.length; at += step) {
      for (const [done, change] of Object.entries(CHANGES)) {
        const copy = Buffer.from(bytes);
        change(copy, at);
        if (copy.equals(bytes)) continue;
        const wrong = await judge(copy);
        if (wrong) report({ run, seed, done: [`${done} at ${at}`], wrong, bytes: copy });
        run++;
      }
      const cut = bytes.subarray(0, at);
      const wrong = await judge(cut);
      if (wrong) report({ run, seed, done: [`cut off at ${at}`], wrong, bytes: cut });
      run++;
    }
  }
  return run;
}

function byteChanges(values: Record<string, (old: number) => number>): Record<string, Change> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `byte ${name}`,
      (copy, at) => copy.writeUInt8(value(copy[at] ?? 0) & 0xff, at),
    ]),
  );
}

/** Big-endian and little-endian. */
function numberChanges(
  values: Record<string, (length: number, at: number) => number>,
): Record<string, Change> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => [
      [`number ${name}`, writing((copy, at) => copy.writeUInt32BE(value(copy.length, at), at))],
      [
        `number ${name}, little-endian`,
        writing((copy, at) => copy.writeUInt32LE(value(copy.length, at), at)),
      ],
    ]),
  );
}

/** Not where the file ends before the number does. */
function writing(change: Change): Change {
  return (copy, at) => {
    if (at + 4 <= copy.length) change(copy, at);
  };
}
