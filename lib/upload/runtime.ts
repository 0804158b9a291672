import { type PageMessage, type PolicyShown, type StripperWanted, stripperBrought } from '../messages.ts';
import type { FileChoices } from '../store/types.ts';

type Runtime = {
  id?: string;
  sendMessage(message: PageMessage | PolicyShown | StripperWanted): Promise<unknown>;
};
type ExtensionApi = { runtime?: Runtime };

/**
 * Tells the background something, and waits until it has been done. After an update the old guard's line is cut ("Extension context invalidated"):
 * then nobody is told and the guard goes on cleaning.
 */
export async function tell(message: PageMessage | PolicyShown): Promise<void> {
  try {
    const runtime = api();
    if (runtime?.id) await runtime.sendMessage(message);
  } catch {
    // The line is cut, or what was told could not be stored.
  }
}

/**
 * Has the background put the stripper into this frame, if it is not here yet. The answer says how the person wants files cleaned; null
 * when it could not be done.
 */
export async function fetchStripper(isHere: boolean): Promise<FileChoices | null> {
  const answer = await api()?.sendMessage({ type: 'stripper-wanted', isHere });
  return stripperBrought(answer)?.choices ?? null;
}

function api(): Runtime | undefined {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  return (browser ?? chrome)?.runtime;
}
