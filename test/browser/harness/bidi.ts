import type { Browser, Frame, Page } from 'puppeteer-core';

/** WebDriver BiDi as Firefox speaks it, for the few commands that Puppeteer has no words for. */
type RawConnection = { send(method: string, params: object): Promise<{ result: unknown }> };
type ScriptResult = {
  type: 'success' | 'exception';
  result?: RemoteValue;
  exceptionDetails?: { text: string };
};
export type RemoteValue = { type: string; sharedId?: string; value?: unknown };

/** Sends one BiDi command and gives its result. */
export async function bidi<T>(browser: Browser, method: string, params: object): Promise<T> {
  const { connection } = browser as unknown as { connection: RawConnection };
  return (await connection.send(method, params)).result as T;
}

/** The BiDi name of a frame's browsing context. */
export function contextOf(frame: Frame): string {
  return (frame as unknown as { _id: string })._id;
}

/** The result of a script; its exception is thrown. */
export function resultOf(result: ScriptResult): RemoteValue {
  if (result.type === 'exception') throw new Error(result.exceptionDetails?.text ?? 'the script failed');
  return result.result ?? { type: 'undefined' };
}

/**
 * Runs `script` in Firefox's own window, with the browser's rights (`--remote-allow-system-access`). `args` are put into the
 * script as JSON; the answer comes back through JSON as well.
 */
export async function inFirefox<T, A extends unknown[]>(
  browser: Browser,
  script: string,
  ...args: A
): Promise<T> {
  const { contexts } = await bidi<{ contexts: { context: string; url: string }[] }>(
    browser,
    'browsingContext.getTree',
    { 'moz:scope': 'chrome' },
  );
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window of its own');
  const expression = `(async () => JSON.stringify(await (${script})(...${JSON.stringify(args)})) ?? 'null')()`;
  const target = { context: window.context };
  const answer = await bidi<ScriptResult>(browser, 'script.evaluate', {
    expression,
    target,
    awaitPromise: true,
  });
  return JSON.parse(String(resultOf(answer).value)) as T;
}

/** Runs `body` with `tab`, Firefox's own object for the tab of `page`. The page is brought to the front for it. */
export async function withTab<T>(page: Page, body: string, ...args: unknown[]): Promise<T> {
  await page.bringToFront();
  return await inFirefox<T, unknown[]>(
    page.browser(),
    `(...args) => (${body})(gBrowser.selectedBrowser, ...args)`,
    ...args,
  );
}
