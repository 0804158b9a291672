import { type BrowserKind, findBrowser, type Machine, thisMachine } from './browsers.ts';

const KINDS = ['chromium', 'firefox'] as const satisfies readonly BrowserKind[];

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
 * Makes sure that both browsers are there: uses what is installed, installs Debian's or Ubuntu's packages when it may, and
 * otherwise throws with a text that says exactly what to install. `say` gets a line before anything is installed.
 */
export async function ensureBrowsers(
  say: (line: string) => void,
  machine: Machine = thisMachine,
): Promise<Record<BrowserKind, string>> {
  const lacking = await missing(machine);
  const install = lacking.length > 0 ? await installer(machine) : null;
  if (install) {
    const packages = [...lacking.map(({ kind }) => PACKAGES[install.system][kind]), FONT];
    if (!(await hasPerl(machine))) packages.push(PERL);
    say(`Installing ${packages.join(', ')} from the system's packages; this takes a minute or two.`);
    await install.run(packages);
  }
  const [chromium, firefox] = await Promise.all(KINDS.map((kind) => findBrowser(kind, machine)));
  if (chromium?.path && firefox?.path) return { chromium: chromium.path, firefox: firefox.path };
  throw new Error(whatToInstall(await missing(machine), machine.platform));
}

type Missing = { kind: BrowserKind; rejected: string[] };

async function missing(machine: Machine): Promise<Missing[]> {
  const searches = await Promise.all(
    KINDS.map(async (kind) => ({ kind, found: await findBrowser(kind, machine) })),
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
async function installer(machine: Machine) {
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
    run: async (packages: string[]) => {
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
