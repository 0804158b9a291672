import { knownHostsOf } from '../../lib/sites/parts.ts';
import type { KnownHosts } from '../../lib/upload/types.ts';
import { readCards } from './read.ts';

/** The domains of this folder's sites, and of their doubles. In a bundle: see `bundle.ts`. */
export const KNOWN_HOSTS: KnownHosts = knownHostsOf(readCards());
