import { corpusFiles } from '../corpus/files.ts';

export type Seed = { name: string; bytes: Buffer };

/** Larger files would be mutated more rarely, and say no more. */
const LARGEST = 60_000;

/** The fixtures, which carry canaries, and the smaller real files where there are any. `only`: a part of their names. */
export async function seeds(only = ''): Promise<Seed[]> {
  const all: Seed[] = [];
  for (const { name, read } of corpusFiles()) {
    if (name.toLowerCase().includes(only)) all.push({ name, bytes: Buffer.from(await read()) });
  }
  return all.filter(({ bytes }) => bytes.length <= LARGEST && bytes.length > 0);
}
