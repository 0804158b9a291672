import { type BrowserKind, findBrowser, thisMachine } from '../../tools/browsers.ts';

/**
 * Does the browser of this machine keep an extension from a folder when it is closed? Chromium does where it does not seal what it writes
 * into a profile: on Linux. Firefox does where it does not ask for signatures: in its ESR.
 */
export async function keepsExtensions(kind: BrowserKind): Promise<boolean> {
  if (kind === 'chromium' || process.platform === 'win32') return process.platform === 'linux';
  const { path } = await findBrowser(kind);
  // Without a browser the test itself says what to install.
  return path === undefined || (await thisMachine.run(path, ['--version'])).trim().endsWith('esr');
}
