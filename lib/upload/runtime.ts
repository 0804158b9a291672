import type { PageMessage } from '../messages.ts';

type ExtensionApi = { runtime?: { id?: string; sendMessage(message: PageMessage): Promise<unknown> } };

/**
 * Tells the background something, without an answer. After an update the old guard's line is cut ("Extension context invalidated"):
 * then nobody is told and the guard goes on cleaning.
 */
export function tell(message: PageMessage): void {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const runtime = (browser ?? chrome)?.runtime;
  try {
    if (runtime?.id) runtime.sendMessage(message).catch(() => {});
  } catch {
    // The line was cut between the two looks at it.
  }
}
