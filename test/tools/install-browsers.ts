import { type BrowserKind, findBrowser, type Machine, thisMachine } from './browsers.ts';

/** Package names of the two systems whose packages we install; `firefox-esr` is Debian's alone. */
const PACKAGES = {
  debian: { chromium: 'chromium', firefox: 'firefox-esr' },
  ubuntu: { chromium: 'chromium-browser', firefox: 'firefox' },
} as const;

type System = keyof typeof PACKAGES;

/** Without any font a headless browser draws no text at all. */
const FONT = 'fonts-dejavu-core';
/** ExifTool, the tests' second opinion, is a Perl program and needs more than Debian's `perl-base`. */
const PERL = 'perl';
const PERL_CHECK = ['-MTime::Local', '-MCompress::Zlib', '-e', '1'];

/**
 * Makes sure that these browsers are there: uses what is installed, installs Debian's or Ubuntu's packages when it may, and
 * otherwise throws with a text that says exactly what to install. `say` gets a line before anything is installed.
 * Returns the path of each.
 */
export async function ensureBrowsers(
  kinds: readonly BrowserKind[],
  say: (line: string) => void,
  machine: Machine = thisMachine,
): Promise<string[]> {
  const lacking = await missing(kinds, machine);
  const installer = lacking.length > 0 ? await installerOf(machine) : null;
  if (installer) {
    const packages = lacking.map(({ kind }) => PACKAGES[installer.system][kind]);
    await installer.install([...packages, FONT], say);
  }
  const stillLacking = installer ? await missing(kinds, machine) : lacking;
  if (stillLacking.length > 0) throw new Error(whatToInstall(stillLacking, machine.platform));
  const found = await Promise.all(kinds.map((kind) => findBrowser(kind, machine)));
  return found.flatMap(({ path = [] }) => path);
}

/** Makes sure of a Perl that can run ExifTool, by installing it where that is allowed. False when there is none. */
export async function ensurePerl(
  say: (line: string) => void,
  machine: Machine = thisMachine,
): Promise<boolean> {
  if (await hasPerl(machine)) return true;
  await (await installerOf(machine))?.install([PERL], say);
  return await hasPerl(machine);
}

type Missing = { kind: BrowserKind; rejected: string[] };

async function missing(kinds: readonly BrowserKind[], machine: Machine): Promise<Missing[]> {
  const searches = await Promise.all(
    kinds.map(async (kind) => ({ kind, found: await findBrowser(kind, machine) })),
  );
  return searches.flatMap(({ kind, found }) => (found.path === undefined ? [{ kind, ...found }] : []));
}

async function hasPerl(machine: Machine): Promise<boolean> {
  return await machine.run('perl', PERL_CHECK).then(
    () => true,
    () => false,
  );
}

/** How this system installs packages, or null when it does not or we may not. */
async function installerOf(machine: Machine) {
  const system = machine.platform === 'linux' ? await systemOf(machine) : null;
  const prefix = system ? await rightToInstall(machine) : null;
  if (!system || !prefix) return null;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  const sudo = async (...command: string[]) => {
    const [program = '', ...args] = [...prefix, ...command];
    await machine.run(program, args);
  };
  return {
    system,
    install: async (packages: string[], say: (line: string) => void) => {
      say(`Installing ${packages.join(', ')} from the system's packages; this takes a minute or two.`);
      await sudo(...apt, 'update');
      await sudo(...apt, 'install', '--no-install-recommends', ...packages);
    },
  };
}

async function systemOf(machine: Machine): Promise<System | null> {
  const release = await machine.run('cat', ['/etc/os-release']).catch(() => '');
  const names = [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].flatMap(([, value = '']) =>
    value.split(' '),
  );
  if (names.includes('ubuntu')) return 'ubuntu';
  return names.includes('debian') ? 'debian' : null;
}

/** The words to put before a command so that it may install: none for root, `sudo -n` where it asks no password. */
async function rightToInstall(machine: Machine): Promise<string[] | null> {
  const id = await machine.run('id', ['-u']).catch(() => '');
  if (id.trim() === '0') return [];
  return await machine.run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => null,
  );
}

const ADVICE: Partial<Record<NodeJS.Platform, Record<BrowserKind, string>>> = {
  darwin: { chromium: 'brew install --cask chromium', firefox: 'brew install --cask firefox' },
  win32: {
    chromium: 'winget install Hibbiki.Chromium',
    firefox: 'winget install Mozilla.Firefox',
  },
  linux: {
    chromium: 'the package chromium (Debian: sudo apt-get install chromium)',
    firefox: 'the package firefox-esr or firefox (Debian: sudo apt-get install firefox-esr)',
  },
};

function whatToInstall(lacking: Missing[], platform: NodeJS.Platform): string {
  const lines = lacking.flatMap(({ kind, rejected }) => {
    const name = kind === 'chromium' ? 'Chromium (or Chrome for Testing)' : 'Firefox';
    const how = ADVICE[platform]?.[kind] ?? 'from its maker';
    return [
      `No usable ${name}. Install it: ${how}; or say where it is: ${kind.toUpperCase()}_PATH=/path/to/it`,
      ...rejected,
    ];
  });
  return lines.join('\n  ');
}
