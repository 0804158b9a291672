import { t } from '../../../i18n.ts';
import type { Seen } from '../../../sites/types.ts';
import { dateOfDay } from '../../words/dates.ts';
import { isSure, seenWords } from './words.ts';

/** How a fact was seen, and when (ISO date): set apart where it is not sure. */
export function SeenMark({ seen, on }: { seen: Seen; on?: string }) {
  return (
    <span class={isSure(seen) ? 'seen' : 'seen seen-unsure'}>
      {on ? t('dash_seen_when', seenWords(seen), dateOfDay(on)) : seenWords(seen)}
    </span>
  );
}
