import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSites } from '../../lib/sites/index.ts';
import { builtExtension } from '../browser/harness/build.ts';

const PAGE_SCRIPTS = ['guard.js', 'page-hooks.js', 'policy-page.js'];

describe.each(['chromium', 'firefox'] as const)('the weight of the package for %s', (kind) => {
  const folder = () => builtExtension(kind);

  it.each(PAGE_SCRIPTS)('leaves the catalogue out of %s', (script) => {
    const code = readFileSync(join(folder(), script), 'utf8');
    expect(allSites().filter(({ home }) => code.includes(new URL(home).hostname))).toEqual([]);
  });
});
