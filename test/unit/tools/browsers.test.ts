import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from '../../tools/browsers.ts';
import { ensureBrowsers, ensurePerl } from '../../tools/install-browsers.ts';

type Pretend = {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  /** Programs that exist, with what they answer to `--version`. */
  files?: Record<string, string>;
  release?: string;
  user?: string;
  sudo?: boolean;
  /** What `apt-get install` puts on the machine. */
  packages?: Record<string, string>;
};

/** A machine of paper: it knows a few commands, and writes down what it was told to run. */
function machine({ platform = 'linux', env = {}, files = {}, ...rest }: Pretend = {}) {
  const installed = { ...files };
  const commands: string[] = [];
  const answers: Record<string, () => string | undefined> = {
    id: () => rest.user ?? '1000',
    cat: () => rest.release,
    sudo: () => (rest.sudo ? '' : undefined),
    env: () => '',
  };
  const pretend: Machine = {
    platform,
    env: { PATH: '/usr/bin', ...env },
    exists: (path) => path in installed,
    run: async (program, args) => {
      commands.push([program, ...args].join(' '));
      const answer = installed[program] ?? answers[program]?.();
      if (answer === undefined) throw new Error(`${program}: no such command`);
      if (args.includes('install')) Object.assign(installed, rest.packages);
      return answer;
    },
  };
  return { pretend, commands };
}

const CHROMIUM = { '/usr/bin/chromium': 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)' };
const FIREFOX = { '/usr/bin/firefox-esr': 'Mozilla Firefox 153.7.0esr' };
const DEBIAN = 'NAME="Debian GNU/Linux"\nID=debian\n';
const APT = 'env DEBIAN_FRONTEND=noninteractive apt-get -q -y';
const silent = () => {};
const BOTH = ['chromium', 'firefox'] as const;

describe('finding a browser', () => {
  it('takes what the path in the environment says, and nothing else', async () => {
    const files = { ...CHROMIUM, '/opt/other': 'Chromium 150.0' };
    const { pretend } = machine({ files, env: { CHROMIUM_PATH: '/opt/other' } });
    expect(await findBrowser('chromium', pretend)).toEqual({ path: '/opt/other' });
    const { pretend: wrong } = machine({ files: CHROMIUM, env: { CHROMIUM_PATH: '/gone' } });
    expect(await findBrowser('chromium', wrong)).toEqual({
      rejected: ['CHROMIUM_PATH says /gone, but there is no such file.'],
    });
  });

  it.each([
    ['linux', '/usr/bin/chromium', {}],
    ['darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
    ['win32', 'C:\\P\\Chromium\\Application\\chrome.exe', { ProgramFiles: 'C:\\P' }],
  ] as const)('knows the usual places of %s', async (platform, path, env) => {
    const { pretend } = machine({ platform, env, files: { [path]: 'Chromium 156.0.1' } });
    expect(await findBrowser('chromium', pretend)).toEqual({ path });
  });

  it('refuses Google Chrome from 137 on and says why, but takes Chrome for Testing and older ones', async () => {
    const path = '/usr/bin/google-chrome';
    const search = (version: string) =>
      findBrowser('chromium', machine({ files: { [path]: version } }).pretend);
    expect(await search('Google Chrome 137.0.7151.55')).toEqual({
      rejected: [expect.stringMatching(/Google Chrome 137: from version 137 on it refuses extensions/)],
    });
    expect(await search('Google Chrome 136.0.7103.92')).toEqual({ path });
    expect(await search('Google Chrome for Testing 150.0.1')).toEqual({ path });
  });

  it('refuses a program that does not start', async () => {
    const { pretend } = machine({ files: { '/usr/bin/firefox': '' } });
    pretend.run = async () => Promise.reject(new Error('cannot execute'));
    expect(await findBrowser('firefox', pretend)).toEqual({ rejected: ['/usr/bin/firefox does not start.'] });
  });
});

describe('making sure of both browsers', () => {
  it('uses what is installed and installs nothing', async () => {
    const { pretend, commands } = machine({ files: { ...CHROMIUM, ...FIREFOX }, user: '0', release: DEBIAN });
    expect(await ensureBrowsers(BOTH, silent, pretend)).toEqual([
      '/usr/bin/chromium',
      '/usr/bin/firefox-esr',
    ]);
    expect(commands.filter((command) => command.includes('apt-get'))).toEqual([]);
  });

  it('installs what is missing on Debian as root, with a font, and says so first', async () => {
    const { pretend, commands } = machine({
      user: '0',
      release: DEBIAN,
      packages: { ...CHROMIUM, ...FIREFOX },
    });
    const said: string[] = [];
    await ensureBrowsers(BOTH, (line) => said.push(line), pretend);
    expect(commands.filter((command) => command.includes('apt-get'))).toEqual([
      `${APT} update`,
      `${APT} install --no-install-recommends chromium firefox-esr fonts-dejavu-core`,
    ]);
    expect(said).toEqual([expect.stringContaining('Installing chromium, firefox-esr')]);
  });

  it('installs only what is missing, by sudo where that asks no password', async () => {
    const { pretend, commands } = machine({
      files: CHROMIUM,
      sudo: true,
      release: DEBIAN,
      packages: FIREFOX,
    });
    await ensureBrowsers(BOTH, silent, pretend);
    expect(commands).toContain(
      `sudo -n ${APT} install --no-install-recommends firefox-esr fonts-dejavu-core`,
    );
  });

  it('names the packages as Ubuntu does', async () => {
    const packages = {
      '/usr/bin/chromium-browser': 'Chromium 156.0',
      '/usr/bin/firefox': 'Mozilla Firefox 160.0',
    };
    const release = 'ID=ubuntu\nID_LIKE=debian\n';
    const { pretend, commands } = machine({ user: '0', release, packages });
    await ensureBrowsers(BOTH, silent, pretend);
    expect(commands).toContain(
      `${APT} install --no-install-recommends chromium-browser firefox fonts-dejavu-core`,
    );
  });

  it.each([
    ['without the right to install', { release: DEBIAN }, 'sudo apt-get install firefox-esr'],
    ['on another Linux', { release: 'ID=fedora', user: '0' }, 'the package firefox-esr or firefox'],
    ['on macOS', { platform: 'darwin', user: '0' }, 'brew install --cask firefox'],
    ['when the packages bring no browser', { release: DEBIAN, user: '0' }, 'FIREFOX_PATH=/path/to/it'],
  ] as const)('%s it says exactly what to install', async (_case, pretend, advice) => {
    const { pretend: poor } = machine(pretend);
    await expect(ensureBrowsers(BOTH, silent, poor)).rejects.toThrow(advice);
    await expect(ensureBrowsers(BOTH, silent, poor)).rejects.toThrow('No usable Chromium');
  });

  it('looks only for the browser it is asked for', async () => {
    const { pretend } = machine({ files: FIREFOX });
    expect(await ensureBrowsers(['firefox'], silent, pretend)).toEqual(['/usr/bin/firefox-esr']);
  });
});

describe('making sure of Perl', () => {
  it('installs it where it is missing and that is allowed', async () => {
    const { pretend, commands } = machine({ user: '0', release: DEBIAN, packages: { perl: '' } });
    expect(await ensurePerl(silent, pretend)).toBe(true);
    expect(commands).toContain(`${APT} install --no-install-recommends perl`);
  });

  it('says so when there is none to be had', async () => {
    expect(await ensurePerl(silent, machine({ release: DEBIAN }).pretend)).toBe(false);
    expect(await ensurePerl(silent, machine({ files: { perl: '' } }).pretend)).toBe(true);
  });
});
