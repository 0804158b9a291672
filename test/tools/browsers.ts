import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export type BrowserKind = 'chromium' | 'firefox';

/** What the search touches of the machine, so that a test can put a pretend machine in its place. */
export type Machine = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  exists(path: string): boolean;
  /** Runs a program and gives its standard output; rejects when it fails. */
  run(program: string, args: string[]): Promise<string>;
};

const run = promisify(execFile);

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  run: async (program, args) => (await run(program, args, { maxBuffer: 64 << 20, timeout: 900_000 })).stdout,
};

/** Google Chrome ignores `--load-extension` from this version on; Chromium and Chrome for Testing do not. */
const CHROME_WITHOUT_EXTENSIONS = 137;

const PATH_VARIABLE = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' } as const;

const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome', 'chrome'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
} as const;

const MAC_APPS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox ESR.app/Contents/MacOS/firefox',
  ],
} as const;

const WINDOWS_PROGRAMS = {
  chromium: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
} as const;

export type Search = { path: string } | { path?: undefined; rejected: string[] };

/**
 * Looks for a browser that can load the extension: the path in CHROMIUM_PATH or FIREFOX_PATH first and alone, else the
 * usual places of Linux, macOS and Windows. `rejected` says in sentences which finds were no use, and why.
 */
export async function findBrowser(kind: BrowserKind, machine: Machine = thisMachine): Promise<Search> {
  const wanted = machine.env[PATH_VARIABLE[kind]];
  const places = wanted ? [wanted] : usualPlaces(kind, machine);
  const rejected: string[] = [];
  for (const path of places) {
    if (!machine.exists(path)) {
      if (wanted) rejected.push(`${PATH_VARIABLE[kind]} says ${path}, but there is no such file.`);
      continue;
    }
    const objection = await objectionTo(path, kind, machine);
    if (!objection) return { path };
    rejected.push(objection);
  }
  return { rejected };
}

function usualPlaces(kind: BrowserKind, { platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return folders.flatMap((folder) => MAC_APPS[kind].map((app) => `${folder}/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
      (it) => it !== undefined,
    );
    return folders.flatMap((folder) => WINDOWS_PROGRAMS[kind].map((program) => `${folder}\\${program}`));
  }
  const folders = (env.PATH ?? '/usr/bin')
    .split(delimiter)
    .concat('/snap/bin', '/opt/firefox', '/opt/chromium');
  return PROGRAMS[kind].flatMap((program) => folders.map((folder) => join(folder, program)));
}

async function objectionTo(path: string, kind: BrowserKind, machine: Machine): Promise<string | null> {
  // Windows programs open a window when asked for their version; there the browser's start itself is the test.
  if (machine.platform === 'win32') {
    return path.includes('\\Google\\Chrome\\') ? brandedChrome(path, '') : null;
  }
  const version = await machine.run(path, ['--version']).catch(() => null);
  if (version === null) return `${path} does not start.`;
  const [, major] = /^Google Chrome (?!for Testing)(\d+)/.exec(version.trim()) ?? [];
  if (kind === 'chromium' && major && Number(major) >= CHROME_WITHOUT_EXTENSIONS) {
    return brandedChrome(path, ` ${major}`);
  }
  return null;
}

function brandedChrome(path: string, version: string): string {
  return (
    `${path} is Google Chrome${version}: from version ${CHROME_WITHOUT_EXTENSIONS} on it refuses extensions from a folder. ` +
    'Install Chromium or Chrome for Testing beside it.'
  );
}
