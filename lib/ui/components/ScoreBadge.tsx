import { formatNumber, t } from '../../i18n.ts';
import type { Scorecard } from '../../policy/types.ts';
import { TOPICS } from '../../policy/types.ts';
import { FACETS, SHIELD_BOX } from '../shield.ts';
import { verdictOf } from '../words/verdict.ts';
import { bold } from './bold.tsx';

/**
 * The grade in the middle of the shield, each facet in the colour of its topic's verdict. The facets repeat what the topic
 * rows say in words; to a screen reader the badge is the grade and the score alone. Without a card: a question mark, or a
 * warning.
 */
export function ScoreBadge({ card, warning = false }: { card?: Scorecard; warning?: boolean }) {
  return (
    <div class="badge">
      <svg viewBox={SHIELD_BOX} aria-hidden="true" focusable="false">
        {FACETS.map((points, at) => (
          <polygon
            key={points}
            class={`facet facet-${warning ? 'bad' : verdictAt(card, at)}`}
            points={points}
          />
        ))}
        <circle class="badge-disc" cx="32" cy="34" r="17.5" />
        <text class="badge-letter" x="32" y="43" text-anchor="middle">
          {card?.grade ?? (warning ? '!' : '?')}
        </text>
      </svg>
      <p>
        <span class="sr">{card ? `${t('badge_grade', card.grade ?? '?')} ` : t('badge_none')}</span>
        {card && bold(t('badge_score', formatNumber(Math.round(card.score ?? 0))))}
      </p>
    </div>
  );
}

function verdictAt(card: Scorecard | undefined, at: number) {
  const topic = TOPICS[at];
  return card && topic ? verdictOf(card, topic) : 'silent';
}
