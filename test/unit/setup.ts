// Plain Node has no `browser.i18n`: the tests read the English texts from the file that the extension ships.

import { takeMessages } from '../../lib/i18n.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

const texts: Record<string, { message: string } | undefined> = messages;

takeMessages((key, substitutions) =>
  (texts[key]?.message ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[Number(n) - 1] ?? ''),
);
