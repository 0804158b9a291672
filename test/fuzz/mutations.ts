import type { Random } from './random.ts';

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** What lengths, counts and offsets look like when somebody means harm. */
const EDGES = [
  0, 1, 2, 7, 8, 0x7f, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];
const WIDTHS = [1, 2, 4, 8];
/** Where lengths and names stand in all formats: most changes there change the structure. */
const MARKS = /\xff[\xc0-\xfe]|[A-Za-z]{4}|[<>{}"]/g;

/** One of these is done to a file, or a few of them one after the other. */
export const MUTATIONS: Record<string, Mutation> = {
  overwrite: (bytes, random) => {
    const copy = Buffer.from(bytes);
    const at = place(bytes, random);
    for (let i = 0; i <= random.int(4) && at + i < copy.length; i++) copy[at + i] = random.int(256);
    return copy;
  },
  number: (bytes, random) => {
    const width = random.pick(WIDTHS);
    const at = place(bytes, random);
    if (at + width > bytes.length) return bytes;
    const value = random.pick([...EDGES, bytes.length, bytes.length - at, bytes.length + 1, at]);
    return written(bytes, at, width, value, random.int(2) === 0);
  },
  nudge: (bytes, random) => {
    const at = place(bytes, random);
    const copy = Buffer.from(bytes);
    copy[at] = ((copy[at] ?? 0) + random.pick([-4, -1, 1, 4, 8])) & 0xff;
    return copy;
  },
  truncate: (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  remove: (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  double: (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  move: (bytes, random) => {
    const [from, to] = range(bytes, random);
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    const at = place(rest, random);
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at)]);
  },
  splice: (bytes, random, other) => {
    const [from, to] = range(other, random);
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
  },
  behind: (bytes, _, other) => Buffer.concat([bytes, other]),
  nest: (bytes, random, other) => {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]);
  },
  repeat: (bytes, random) => {
    const [from, to] = range(bytes, random);
    const block = bytes.subarray(from, Math.min(to, from + 64));
    const many = Array.from({ length: random.int(random.pick([20, 100, 2_000])) }, () => block);
    return Buffer.concat([bytes.subarray(0, from), ...many, bytes.subarray(from)]);
  },
};

const IN_PLACE = ['overwrite', 'number', 'nudge', 'truncate', 'behind'];

/** Do things stand elsewhere in a file after these mutations? What is put behind a file that was cut off takes the place of its end. */
export function isMoved(done: readonly string[]): boolean {
  return (
    done.some((name) => !IN_PLACE.includes(name)) || (done.includes('truncate') && done.includes('behind'))
  );
}

/** One to three mutations of a file, by name. `other`: a file to take pieces from. */
export function mutated(
  bytes: Buffer,
  other: Buffer,
  random: Random,
  names: readonly string[],
): { bytes: Buffer; done: string[] } {
  const done = Array.from({ length: 1 + random.int(3) }, () => random.pick(names));
  const result = done.reduce((last, name) => MUTATIONS[name]?.(last, random, other) ?? last, bytes);
  return { bytes: result, done };
}

function written(bytes: Buffer, at: number, width: number, value: number, littleEndian: boolean): Buffer {
  const copy = Buffer.from(bytes);
  let rest = value;
  for (let i = 0; i < width; i++) {
    copy[at + (littleEndian ? i : width - 1 - i)] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return copy;
}

/** Anywhere, or within a few bytes of a name or marker. */
function place(bytes: Buffer, random: Random): number {
  const anywhere = random.int(bytes.length);
  if (random.int(3) === 0) return anywhere;
  const text = bytes.toString('latin1', anywhere, anywhere + 4_000);
  const marks = [...text.matchAll(MARKS)].slice(0, 40);
  if (marks.length === 0) return anywhere;
  const at = anywhere + random.pick(marks).index - 6 + random.int(14);
  return Math.min(Math.max(at, 0), Math.max(bytes.length - 1, 0));
}

function range(bytes: Buffer, random: Random): [from: number, to: number] {
  const a = place(bytes, random);
  const b = random.int(2) === 0 ? place(bytes, random) : a + random.int(200);
  return a < b ? [a, Math.min(b, bytes.length)] : [b, a];
}
