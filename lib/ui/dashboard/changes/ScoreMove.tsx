import { formatNumber, t } from '../../../i18n.ts';
import type { PolicyChange } from '../../../policy/types.ts';

/** How the score of this document moved, in a number and in words. */
export function ScoreMove({ change: { scoreBefore, scoreAfter } }: { change: PolicyChange }) {
  if (scoreBefore === null || scoreAfter === null) return null;
  const [before, after] = [Math.round(scoreBefore), Math.round(scoreAfter)];
  const way = after < before ? 'worse' : after > before ? 'better' : 'other';
  return (
    <p class={`score-move score-${way}`}>
      <span class="soft">{t('dash_score_alone')}</span> <b>{formatNumber(before)}</b>
      <span aria-hidden="true">→</span>
      <span class="sr">{t('dash_score_then')}</span>
      <b>{formatNumber(after)}</b>
    </p>
  );
}
