import { unreadChanges } from '../../../store/index.ts';

/** How many things wait for the person, by the page they wait on. */
export type Counts = Partial<Record<string, number>>;

/** Counts what waits, from what is stored. A store that cannot be read counts as nothing: the pages say what is wrong. */
export async function readCounts(): Promise<Counts> {
  const changes = await unreadChanges().catch(() => []);
  return { changes: changes.length };
}
