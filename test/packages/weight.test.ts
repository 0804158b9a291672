import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSites } from '../../lib/sites/index.ts';
import { KNOWN_HOSTS } from '../../rules/sites/hosts.ts';
import { builtExtension } from '../browser/harness/build.ts';
import { scriptsOf } from '../perf/popup/scripts.ts';

const PAGE_SCRIPTS = ['page-hooks.js', 'policy-page.js'];

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

  it('gives the guard the names of hosts, which others imitate, and nothing else of the catalogue', () => {
    const code = readFileSync(join(folder(), 'guard.js'), 'utf8');
    for (const host of KNOWN_HOSTS.hosts) expect(code).toContain(host);
    const addresses = allSites().flatMap(({ policies, pages }) => [
      ...policies.map(({ url }) => url),
      ...pages.map(({ pattern }) => pattern),
    ]);
    expect(addresses.filter((address) => code.includes(address))).toEqual([]);
  });

  it('leaves the two scripts of every guarded page below 90 kB together', () => {
    const bytes = ['guard.js', 'page-hooks.js'].map((script) => statSync(join(folder(), script)).size);
    expect(Math.min(...bytes)).toBeGreaterThan(10_000);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(90_000);
  });
});
