import { t } from '../../../i18n.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import type { Tone } from './news.ts';

const TONES = {
  worse: { icon: 'bad', words: 'dash_tone_worse' },
  better: { icon: 'good', words: 'dash_tone_better' },
  other: { icon: 'mixed', words: 'dash_tone_neither' },
} as const satisfies Record<Tone, { icon: IconName; words: string }>;

/** Whether a change is bad news: a drawing, and words for who cannot see it. */
export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <span class={`tone tone-${tone}`}>
      <Icon name={TONES[tone].icon} />
      <span class="sr">{t(TONES[tone].words)}</span>
    </span>
  );
}
