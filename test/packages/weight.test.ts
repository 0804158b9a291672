import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSites } from '../../lib/sites/index.ts';
import { builtExtension } from '../browser/harness/build.ts';
import { scriptsOf } from '../perf/popup/scripts.ts';

const PAGE_SCRIPTS = ['guard.js', 'page-hooks.js', 'policy-page.js'];

describe.each(['chromium', 'firefox'] as const)('the weight of the package for %s', (kind) => {
  const folder = () => builtExtension(kind);

  it('lets the popup start with less than 60 kB of script', () => {
    const scripts = scriptsOf(folder(), 'popup.html');
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    // Preact and the popup's own parts are there: what is measured is not an empty file.
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes, scripts.map(({ path, bytes }) => `${path} ${bytes}`).join('\n')).toBeLessThan(60_000);
  });

  it.each(PAGE_SCRIPTS)('leaves the catalogue out of %s', (script) => {
    const code = readFileSync(join(folder(), script), 'utf8');
    expect(allSites().filter(({ home }) => code.includes(new URL(home).hostname))).toEqual([]);
  });
});
