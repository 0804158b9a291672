import { type MessageKey, t } from '../../../i18n.ts';
import type { Verdict } from '../../../policy/types.ts';
import { Icon } from '../../components/Icon.tsx';
import type { Standing } from './rows.ts';

/** Drawn like a verdict: good, to be looked at, bad, and neither. */
const MARKS: Record<Standing, { like: Verdict; words: MessageKey }> = {
  guarded: { like: 'good', words: 'dash_standing_guarded' },
  barred: { like: 'mixed', words: 'dash_standing_barred' },
  'text-only': { like: 'silent', words: 'dash_standing_text_only' },
  retired: { like: 'mixed', words: 'dash_status_retired' },
  lookalike: { like: 'bad', words: 'dash_status_lookalike' },
};

/** How a site stands with the guard: a drawing and a word. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { like, words } = MARKS[standing];
  return (
    <span class={`verdict-mark verdict-${like}`}>
      <Icon name={like} />
      {t(words)}
    </span>
  );
}
