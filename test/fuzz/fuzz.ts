import { judge } from './judge.ts';
import { isMoved, MUTATIONS, mutated } from './mutations.ts';
import { randomOf } from './random.ts';
import type { Seed } from './seeds.ts';

export type Failure = { run: number; seed: string; done: string[]; wrong: string; bytes: Buffer };

/** Half of the runs start from the project's own fixtures: only these have canaries. */
const isFixture = ({ name }: Seed) => name.startsWith('fixture');

/** Mutates files and judges how they are taken, from run `first` on, until `until` says so. The same run comes out the same every time. */
export async function fuzz(
  all: readonly Seed[],
  first: number,
  until: (run: number) => boolean,
  report: (failure: Failure) => void,
): Promise<number> {
  const fixtures = all.filter(isFixture);
  let run = first;
  for (; !until(run); run++) {
    const random = randomOf(run);
    const seed = random.pick(fixtures.length > 0 && random.int(2) === 0 ? fixtures : all);
    const { bytes, done } = mutated(seed.bytes, random.pick(all).bytes, random, Object.keys(MUTATIONS));
    const wrong = await judge(bytes, isMoved(done));
    if (wrong) report({ run, seed: seed.name, done, wrong, bytes });
  }
  return run - first;
}
