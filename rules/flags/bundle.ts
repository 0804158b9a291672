/** How the words of the rules get into a bundle: without their phrases and examples, which are most of each file. */
import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { TITLES } from './titles.ts';
import { WORDS } from './words.ts';

const PARTS: Record<string, [name: string, value: unknown]> = {
  'titles.ts': ['TITLES', TITLES],
  'words.ts': ['WORDS', WORDS],
};

/** Puts the words themselves in the place of the modules that take them from the rules. */
export function bundleFlagWords(): Plugin {
  return {
    name: 'meshwarden:flag-words',
    load(id) {
      const part = dirname(id) === import.meta.dirname ? PARTS[basename(id)] : undefined;
      return part
        ? `export const ${part[0]} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(part[1]))});`
        : null;
    },
  };
}
