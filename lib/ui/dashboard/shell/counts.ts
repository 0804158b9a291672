import { dueReminders, unreadChanges } from '../../../store/index.ts';

/** How many things wait for the person, by the page they wait on. */
export type Counts = Partial<Record<string, number>>;

/** Counts what waits, from what is stored at `now` (ms since 1970). A store that cannot be read counts as nothing: the pages say what is wrong. */
export async function readCounts(now: number): Promise<Counts> {
  const [changes, uploads] = await Promise.all([
    unreadChanges().catch(() => []),
    dueReminders(now).catch(() => []),
  ]);
  return { changes: changes.length, uploads: uploads.length };
}
