import { type GuardStatus, isGuardQuestion, type PageMessage, type PolicyShown } from '../messages.ts';

type OnMessage = (message: unknown, sender: { id?: string }, answer: (status: GuardStatus) => void) => void;
type Runtime = {
  id?: string;
  sendMessage(message: PageMessage | PolicyShown): Promise<unknown>;
  onMessage: { addListener(listener: OnMessage): void };
};
type ExtensionApi = { runtime?: Runtime };

/**
 * Tells the background something, without an answer. After an update the old guard's line is cut ("Extension context invalidated"):
 * then nobody is told and the guard goes on cleaning.
 */
export function tell(message: PageMessage | PolicyShown): void {
  try {
    const runtime = api();
    if (runtime?.id) runtime.sendMessage(message).catch(() => {});
  } catch {
    // The line was cut between the two looks at it.
  }
}

/** Answers the popup, which may claim that files are cleaned only where a guard says that it is there. */
export function answerPopup(status: () => GuardStatus): void {
  api()?.onMessage.addListener((message, sender, answer) => {
    if (sender.id === api()?.id && isGuardQuestion(message)) answer(status());
  });
}

function api(): Runtime | undefined {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  return (browser ?? chrome)?.runtime;
}
