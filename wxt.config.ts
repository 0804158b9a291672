import { defineConfig, type WxtHooks } from 'wxt';
import { guardedPatterns, hostPermissions, policyPatterns } from './lib/sites/index.ts';
import english from './public/_locales/en/messages.json' with { type: 'json' };
import { bundleFlagWords } from './rules/flags/bundle.ts';
import { bundleSites } from './rules/sites/bundle.ts';
import { DEMO_SITE } from './test/demo/site.ts';

const POLICY_FETCH_ONLY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The demo build knows one site more: the pretend generator of `npm start`. Everything else is the real extension. */
const extraSites = (mode: string) => (mode === 'demo' ? [DEMO_SITE] : []);

/**
 * The guard is put into the manifest here and not by WXT's content-script helper: that helper's context listens to a page
 * message by which any page could switch the guard off.
 */
const declareGuard: WxtHooks['build:manifestGenerated'] = (wxt, manifest) => {
  const patterns = [...guardedPatterns(), ...guardedPatterns(extraSites(wxt.config.mode))];
  const policies = [...policyPatterns(), ...policyPatterns(extraSites(wxt.config.mode))];
  const wholeHosts = patterns.filter((pattern) => new URL(pattern.replace('*.', '')).pathname === '/*');
  const somePaths = patterns.filter((pattern) => !wholeHosts.includes(pattern));
  manifest.content_scripts = [
    // Browsers take `about:blank` and `srcdoc` frames along only for patterns that cover a whole host.
    ...guardScripts({ matches: wholeHosts, match_origin_as_fallback: true }),
    ...guardScripts({ matches: somePaths }),
    { matches: policies, js: ['policy-page.js'], run_at: 'document_idle' },
  ] as typeof manifest.content_scripts;
};

function guardScripts(where: { matches: string[]; match_origin_as_fallback?: true }) {
  const always = { ...where, run_at: 'document_start', all_frames: true };
  return [
    { ...always, js: ['page-hooks.js'], world: 'MAIN' },
    { ...always, js: ['guard.js'] },
  ];
}

/**
 * The texts that the guard may say, with '' for all the plural forms that other languages can have. The English of some it has anyhow (see
 * `kept-texts.ts`).
 */
function guardTexts(): Record<string, string> {
  const own = Object.entries(english).filter(([key]) => /^(?:guard(?!_to)|files|language)_/.test(key));
  const stems = own.flatMap(([key]) => /^(.+_)other$/.exec(key)?.[1] ?? []);
  const forms = ['zero', 'two', 'few', 'many'];
  return Object.fromEntries([
    ...stems.flatMap((stem) => forms.map((form) => [stem + form, ''])),
    ...own.map(([key, { message }]) => [key, message]),
  ]);
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  hooks: { 'build:manifestGenerated': declareGuard },
  vite: ({ mode }) => ({
    plugins: [bundleSites(extraSites(mode)), bundleFlagWords()],
    // Every browser that the extension runs in preloads modules by itself.
    build: { modulePreload: { polyfill: false } },
    define: { __GUARD_TEXTS__: JSON.stringify(guardTexts()) },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'declarativeNetRequest',
      'notifications',
      'scripting',
      'storage',
      'webRequest',
    ],
    host_permissions: [...hostPermissions(), ...hostPermissions(extraSites(mode))],
    // Asked for when the person wants models filed by project.
    optional_permissions: ['downloads'],
    // Asked for one by one, when the person wants a site guarded that the catalogue does not have.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: POLICY_FETCH_ONLY },
    action: { default_title: '__MSG_name__' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+M' } } },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'meshwarden@meshwarden.org',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '122', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
