import type { Snapshot } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { hashOf } from './judge.ts';

/**
 * The date of the kept version that `version` says again, word for word: the document's own date, else the day it was first seen
 * (ISO). Undefined when nothing like it stood before. Texts are told by what today's engine makes of them: a stored hash may be an
 * older engine's.
 */
export async function earlierVersion(
  version: Snapshot,
  { store, engine }: Pick<WatchDeps, 'store' | 'engine'>,
): Promise<string | undefined> {
  for (const kept of await store.snapshots(version.site, version.kind)) {
    if ((await hashOf(kept.text, engine)) !== version.hash) continue;
    return kept.text.updated ?? new Date(kept.firstSeen).toISOString().slice(0, 'YYYY-MM-DD'.length);
  }
  return undefined;
}
