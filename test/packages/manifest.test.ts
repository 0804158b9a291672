import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../browser/harness/build.ts';
import { manifestOf, permissionsOf, widened } from './permissions.ts';
import released from './released-permissions.json' with { type: 'json' };

const LOCALES = join(ROOT, 'public/_locales');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const forChrome = readFileSync(join(ROOT, '.github/store/chrome.md'), 'utf8');
const forFirefox = readFileSync(join(ROOT, '.github/store/firefox.md'), 'utf8');
const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');

describe.each(['chromium', 'firefox'] as const)('the package for %s', (kind) => {
  it('asks for nothing that the last release did not ask for (release-permissions.ts says what to do)', async () => {
    expect(widened(released[kind], permissionsOf(await manifestOf(kind)))).toEqual([]);
  });

  it('has each permission explained to people and to the store', async () => {
    const { permissions, optional } = permissionsOf(await manifestOf(kind));
    for (const each of [...permissions, ...optional]) {
      expect(readme).toContain(`\`${each}\` |`);
      if (kind === 'chromium') expect(forChrome).toContain(`| \`${each}\` |`);
      else expect(forFirefox).toContain(`\`${each}\``);
    }
  });

  it('sees no site that is not named, and neither tabs nor history', async () => {
    const { permissions, hosts } = permissionsOf(await manifestOf(kind));
    const tooMuch = ['tabs', 'history', 'cookies', 'bookmarks', 'management', '<all_urls>'];
    expect(permissions.filter((each) => tooMuch.includes(each))).toEqual([]);
    expect(hosts.length).toBeGreaterThan(80);
    // At least two labels, and a star only in the place of a subdomain.
    expect(hosts.filter((each) => !/^https:\/\/(?:\*\.)?[\w-]+(?:\.[\w-]+)+\/\*$/.test(each))).toEqual([]);
  });

  it('gives pages nothing to load, and lets its own pages run and load nothing from outside', async () => {
    const { web_accessible_resources: given, content_security_policy: policy } = await manifestOf(kind);
    expect(given ?? []).toEqual([]);
    const rules = policy?.extension_pages.split('; ') ?? [];
    expect(rules).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'"]),
    );
    expect(rules.filter((rule) => /unsafe|\*/.test(rule))).toEqual([]);
  });

  it('has a key for the scorecard, and the dashboard as its options page', async () => {
    const { commands, options_ui: options } = await manifestOf(kind);
    expect(commands?._execute_action?.suggested_key?.default).toBe('Alt+Shift+M');
    expect(options).toMatchObject({ page: 'dashboard.html', open_in_tab: true });
  });

  it('is a version that the changelog tells of', async () => {
    const { version } = await manifestOf(kind);
    expect(changelog).toContain(`## [${version}]`);
  });
});

describe('the check of permissions', () => {
  const before = permissionsOf({
    version: '1',
    permissions: ['storage'],
    host_permissions: ['https://a.ai/*'],
    content_scripts: [{ matches: ['https://b.ai/app/*'] }],
  });

  it.each([
    ['a permission', { permissions: ['storage', 'tabs'] }, ['permissions: tabs']],
    ['a host', { host_permissions: ['https://c.ai/*'] }, ['hosts: https://c.ai/*']],
    ['a page for scripts', { content_scripts: [{ matches: ['*://*/*'] }] }, ['hosts: *://*/*']],
    ['an optional one', { optional_host_permissions: ['https://*/*'] }, ['optionalHosts: https://*/*']],
    ['more of a known host', { content_scripts: [{ matches: ['https://b.ai/*'] }] }, []],
    ['less', {}, []],
  ])('sees %s', (_, manifest, wider) => {
    expect(widened(before, permissionsOf({ version: '1', ...manifest }))).toEqual(wider);
  });
});

it('the summary for Firefox is as short as its store wants it', () => {
  const listing = readFileSync(join(ROOT, '.github/store/listing.md'), 'utf8');
  const [, summary = ''] = /250 at most:\n\n> (.+)\n/.exec(listing) ?? [];
  expect(summary.length).toBeGreaterThan(100);
  expect(summary.length).toBeLessThanOrEqual(250);
});

describe.each(readdirSync(LOCALES))('the texts of the stores in %s', (locale) => {
  const texts = JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));

  it('are as short as the stores want them', () => {
    // Chrome Web Store: 75 characters a name, 132 a description. Firefox cuts names at 45.
    expect(texts.name.message.length).toBeLessThanOrEqual(45);
    expect(texts.description.message.length).toBeLessThanOrEqual(132);
  });
});
