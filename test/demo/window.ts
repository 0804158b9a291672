import { launch } from '../browser/harness/launch.ts';
import { startProxy } from '../browser/harness/proxy.ts';
import { World } from '../browser/harness/world.ts';
import type { BrowserKind } from '../tools/browsers.ts';
import { FORGE, serveForge } from './forge/server.ts';

const WHAT_TO_TRY = `
A browser with Meshwarden is open at ${FORGE} (a pretend generator on this machine; the window reaches no other site).
  1. Save the sample photo, then give it to the page: by file, drop, paste or the upload button.
     Meshwarden says what it took out; the page on the right says what it could still read.
  2. Press one of the three buttons under "Ways that are not encrypted".
  3. Click Meshwarden's icon in the toolbar: the score of the site's policy, with its words.
  4. Publish the other version of the policy, then "Check now" in the popup: it says what changed.
Close the window, or press Ctrl+C here, to end.`;

/** Opens a window for a person, with the pretend generator in it, and waits until it is closed (or Ctrl+C). */
export async function letTry(kind: BrowserKind, extension: string, headless = false): Promise<void> {
  const world = new World();
  await serveForge(world);
  const proxy = await startProxy(world);
  const options = { extension, proxyPort: proxy.port, insecure: true, headless, leaveInterrupt: true };
  const launching = launch(kind, options);
  // From here on Ctrl+C closes the browser, also one that is still starting.
  process.once('SIGINT', () => void launching.then((browser) => browser.close()));
  const browser = await launching;
  const closed = new Promise((done) => browser.once('disconnected', done));
  const [page] = await browser.pages();
  await page?.goto(FORGE);
  console.log(WHAT_TO_TRY);
  await closed;
  await proxy.close();
}
