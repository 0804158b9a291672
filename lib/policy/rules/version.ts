import classFile from '../../../rules/classes.json' with { type: 'json' };
import type { FlagRule } from '../types.ts';

/** Raised when the engine reads the same rules differently than before. */
const READING = '7';

const versions = new WeakMap<readonly FlagRule[], string>();

/** The engine's version and a fingerprint of the rules and classes it reads with: "1-3f9a0c2e". */
export function engineVersion(rules: readonly FlagRule[]): string {
  const known = versions.get(rules);
  if (known) return known;
  const version = `${READING}-${fingerprint(JSON.stringify([rules, classFile]))}`;
  versions.set(rules, version);
  return version;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv, section 2): tells versions apart, protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
