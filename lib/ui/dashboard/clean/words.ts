import { t } from '../../../i18n.ts';
import type { Vetted } from '../../../upload/vet.ts';
import type { IconName } from '../../components/Icon.tsx';

export type Tone = 'good' | 'held' | 'bad' | 'waiting';

/** The drawing for each way a file can turn out; the words beside it say the same. */
export const TONES: Record<Tone, IconName> = { good: 'good', held: 'held', bad: 'bad', waiting: 'file' };

export function toneOf({ status, usable }: Vetted): Tone {
  if (status === 'clean' || status === 'stripped') return 'good';
  return usable ? 'held' : 'bad';
}

/** How a file turned out, in a sentence. */
export function titleOf({ status, usable }: Vetted): string {
  switch (status) {
    case 'clean':
      return t('dash_clean_was_clean');
    case 'stripped':
      return t('dash_clean_stripped');
    case 'damaged':
      return t(usable ? 'dash_clean_damaged_usable' : 'dash_clean_damaged');
    case 'unsupported':
      return t('dash_clean_unsupported');
  }
}
