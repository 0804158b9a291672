import type { StripOptions } from '../../lib/strip/types.ts';
import { judge } from './judge.ts';
import { isMoved, MUTATIONS, mutated } from './mutations.ts';
import { type Random, randomOf } from './random.ts';
import type { Seed } from './seeds.ts';

export type Failure = { run: number; seed: string; done: string[]; wrong: string; bytes: Buffer };

/** Mostly as people have them who choose nothing. */
const OPTIONS: readonly StripOptions[] = [
  ...Array.from({ length: 6 }, () => ({})),
  { keepCopyright: true },
  { keepColourProfile: false, keepHdr: false },
];

/** Half of the runs start from the project's own fixtures: only these have canaries. */
export const isFixture = ({ name }: Seed) => name.startsWith('fixture');

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
    const seed = pickSmall(random, fixtures.length > 0 && random.int(2) === 0 ? fixtures : all);
    const other = pickSmall(random, all);
    const { bytes, done } = mutated(seed.bytes, other.bytes, random, Object.keys(MUTATIONS));
    const wrong = await judge(bytes, isMoved(done), random.pick(OPTIONS));
    if (wrong) report({ run, seed: seed.name, done, wrong, bytes });
  }
  return run - first;
}

/** Mostly the smaller one of two: a small file is judged in a tenth of the time, and a change more often hits what matters in it. */
function pickSmall(random: Random, all: readonly Seed[]): Seed {
  const [one, other] = [random.pick(all), random.pick(all)];
  return random.int(4) === 0 || one.bytes.length < other.bytes.length ? one : other;
}
