import { formatNumber, t, tn } from '../../i18n.ts';
import { START_SCORE } from '../../policy/score/arithmetic.ts';
import type { Scorecard, ScorePoint, WorkKind } from '../../policy/types.ts';
import { flagWords } from '../words/flags.ts';
import { signed } from '../words/numbers.ts';
import { bold } from './bold.tsx';

/** How the score comes about, point by point, so that nobody has to take a letter's word for it. */
export function Arithmetic({ card, work }: { card: Scorecard; work: WorkKind }) {
  const { points, quality, openness, cappedAt, score, unanswered } = card;
  if (!points || typeof score !== 'number') return null;
  return (
    <details class="panel">
      <summary>{t('sums_title', formatNumber(score))}</summary>
      {typeof quality === 'number' && typeof openness === 'number' && (
        <p>{bold(t('sums_parts', formatNumber(quality), formatNumber(openness)))}</p>
      )}
      {work === 'client' && <p>{t('sums_client')}</p>}
      <table class="sums">
        <tbody>
          <Line words={t('sums_start')} points={formatNumber(START_SCORE)} />
          {points.map((point) => (
            <Line key={point.flag} words={lineOf(point)} points={signed(point.points)} />
          ))}
          <Line words={tn('sums_open', unanswered.length)} points={signed(-unanswered.length)} />
          {cappedAt !== undefined && (
            <Line words={t('sums_cap')} points={t('sums_most', formatNumber(cappedAt))} />
          )}
          <Line words={t('sums_score')} points={formatNumber(score)} />
        </tbody>
      </table>
    </details>
  );
}

function Line({ words, points }: { words: string; points: string }) {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td>{points}</td>
    </tr>
  );
}

function lineOf({ flag, cancelledBy }: ScorePoint): string {
  const { title } = flagWords(flag);
  return cancelledBy ? t('sums_taken_back', title, flagWords(cancelledBy).title) : title;
}
