import { coresOf } from '../../lib/sites/parts.ts';
import type { Site } from '../../lib/sites/types.ts';
import { readCards } from './read.ts';

/**
 * Every site of this folder, with what the engine needs of it. Nothing lists the files: plain Node reads the folder, and a bundle gets
 * what was in it when it was made (`bundle.ts`).
 */
export const SITES: readonly Site[] = coresOf(readCards());
