import type { Reply } from '../background/routes.ts';
import { browser } from '../bare-browser.ts';
import { t } from '../i18n.ts';
import type { OwnMessage } from '../messages.ts';

/**
 * Sends a message to the background and waits until it is done.
 * @throws {Error} with a sentence for the person, when the background could not do it or did not answer
 */
export async function tell(message: OwnMessage): Promise<void> {
  const reply = (await browser.runtime.sendMessage(message)) as Reply | undefined;
  if (!reply?.ok) throw new Error(reply?.problem ?? t('reply_none'));
}
