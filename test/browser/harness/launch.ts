import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../../tools/browsers.ts';

export type LaunchOptions = {
  /** Folder of the extension to load; none when absent. */
  extension?: string;
  proxyPort: number;
  /** Let an https page talk to http servers, so that only the extension stands in the way. */
  insecure: boolean;
  headless: boolean;
  /**
   * A folder that stays when the browser is closed: started with it again, the browser knows what it knew, the extension too. Without
   * it the profile is new and goes with the browser.
   */
  profile?: string;
  /** Leave Ctrl+C to the caller, who closes the browser in good order. By default it ends browser and process at once. */
  leaveInterrupt?: boolean;
};

/** Firefox gives each installation another UUID; a fixed one lets tests name the extension's pages. */
export const FIREFOX_UUID = '6d657368-7761-4264-a56e-000000000001';
export const FIREFOX_ID = 'meshwarden@meshwarden.org';

/** Starts the browser behind the proxy. Throws with what to install when there is none. */
export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<Browser> {
  const found = await findBrowser(kind);
  if (found.path === undefined)
    throw new Error([`No usable ${kind} on this machine.`, ...found.rejected].join(' '));
  return kind === 'chromium' ? launchChromium(found.path, options) : launchFirefox(found.path, options);
}

const CHROMIUM_NOISE_OFF = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CHROMIUM_UPGRADES = ['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LocalNetworkAccessChecks'];
const CHROMIUM_MIXED_CONTENT = ['AutoupgradeMixedContent', 'MixedContentAutoupgrade'];

async function launchChromium(executablePath: string, options: LaunchOptions): Promise<Browser> {
  const { extension, proxyPort, insecure, headless, profile, leaveInterrupt = false } = options;
  const off = insecure ? [...CHROMIUM_UPGRADES, ...CHROMIUM_MIXED_CONTENT] : CHROMIUM_UPGRADES;
  const isKnown = profile !== undefined && existsSync(join(profile, 'Default'));
  const userDataDir = profile ?? (await mkdtemp(join(tmpdir(), 'meshwarden-chromium-')));
  if (!isKnown)
    await writePreferences(userDataDir, {
      profile: { mixed_forms_warnings: !insecure },
      // Without it an extension from a folder is switched off at the next start.
      extensions: { ui: { developer_mode: true } },
    });
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir,
    headless,
    handleSIGINT: !leaveInterrupt,
    pipe: true,
    // Loaded from its folder again it would be taken for an update.
    enableExtensions: extension ? isKnown || [extension] : false,
    defaultViewport: headless ? { width: 1000, height: 720 } : null,
    args: [
      ...CHROMIUM_NOISE_OFF,
      ...(sandboxPossible() ? [] : ['--no-sandbox']),
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--ignore-certificate-errors',
      `--disable-features=${off.join(',')}`,
      ...(insecure ? ['--allow-running-insecure-content'] : []),
    ],
  });
  if (profile) return browser;
  browser.process()?.once('exit', () => void rm(userDataDir, THOROUGHLY).catch(() => {}));
  process.once('exit', () => rmSync(userDataDir, THOROUGHLY));
  return browser;
}

/** Not for root, and not on build machines, which often forbid the namespaces that it needs. */
function sandboxPossible(): boolean {
  return process.getuid?.() !== 0 && !process.env.CI;
}

/** Chromium may still be writing into its profile when it ends. */
const THOROUGHLY = { recursive: true, force: true, maxRetries: 5 } as const;

/** Preferences of a new profile, for what no switch can say. */
async function writePreferences(profile: string, preferences: object): Promise<void> {
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

const FIREFOX_NOISE_OFF = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'browser.safebrowsing.downloads.remote.enabled': false,
};

const FIREFOX_MIXED_CONTENT = {
  'security.mixed_content.block_active_content': false,
  'security.mixed_content.block_display_content': false,
  'security.mixed_content.upgrade_display_content': false,
  'dom.security.https_first': false,
  'dom.security.https_only_mode': false,
  'network.websocket.allowInsecureFromHTTPS': true,
  'security.insecure_field_warning.ignore_local_ip_address': true,
  // Without these Firefox asks, in a window of its own, whether a form may go from https to http.
  'security.warn_submit_secure_to_insecure': false,
};

/** With these Firefox keeps an extension for good that nobody has signed, and sees a newer one. Only its ESR and developer editions heed them. */
const FIREFOX_UNSIGNED = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 1,
};

/** An extension that a test installs is gone when Firefox is closed; one that lies in the profile is not. */
async function putIntoProfile(profile: string, extension: string): Promise<void> {
  const place = join(profile, 'extensions', FIREFOX_ID);
  if (!existsSync(place)) await cp(extension, place, { recursive: true });
}

async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<Browser> {
  const { extension, proxyPort, insecure, headless, profile, leaveInterrupt = false } = options;
  if (profile && extension) await putIntoProfile(profile, extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    handleSIGINT: !leaveInterrupt,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width: 1000, height: 720 } : null,
    args: ['--remote-allow-system-access'],
    ...(profile ? { userDataDir: profile } : {}),
    extraPrefsFirefox: {
      ...FIREFOX_NOISE_OFF,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.stricttransportsecurity.preloadlist': false,
      'security.cert_pinning.enforcement_level': 0,
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'devtools.jsonview.enabled': false,
      // Headless, Firefox keeps only text on its clipboard; with this it also remembers the files that were put there.
      'widget.clipboard.use-cached-data.enabled': true,
      // `navigator.clipboard.read()` asks the person with a small button of the browser's own, which no test can press.
      'dom.events.testing.asyncClipboard': true,
      // Firefox lets a page's process read the folders that its own drags and dialogs have brought, and knows nothing of a test's.
      'dom.filesystem.pathcheck.disabled': true,
      // Else the buttons of Firefox's own questions are dead for a second.
      'security.dialog_enable_delay': 0,
      ...(insecure ? FIREFOX_MIXED_CONTENT : {}),
      ...(profile ? FIREFOX_UNSIGNED : {}),
    },
  });
  if (extension && !profile) await browser.installExtension(extension);
  return browser;
}
