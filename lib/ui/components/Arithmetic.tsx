import { START_SCORE } from '../../policy/score/arithmetic.ts';
import type { Scorecard, ScorePoint, WorkKind } from '../../policy/types.ts';
import { flagWords } from '../words/flags.ts';
import { countOf } from '../words/lists.ts';
import { signed } from '../words/numbers.ts';

/** How the score comes about, point by point, so that nobody has to take a letter's word for it. */
export function Arithmetic({ card, work }: { card: Scorecard; work: WorkKind }) {
  const { points, quality, openness, cappedAt, score, unanswered } = card;
  if (!points || typeof score !== 'number') return null;
  return (
    <details class="panel">
      <summary>How {score} of 100 comes about</summary>
      {typeof quality === 'number' && typeof openness === 'number' && (
        <p>
          What they say: <b>{quality}</b> of 100. How much they answer at all: <b>{openness}</b> of 100.
        </p>
      )}
      {work === 'client' && (
        <p>
          For client work, bad points on training, licence, visibility, retention and staff access count half
          as much again.
        </p>
      )}
      <table class="sums">
        <tbody>
          <Line words="Every site starts with" points={String(START_SCORE)} />
          {points.map((point) => (
            <Line key={point.flag} words={lineOf(point)} points={signed(point.points)} />
          ))}
          <Line
            words={`${countOf(unanswered.length, 'question')} left open`}
            points={signed(-unanswered.length)}
          />
          {cappedAt !== undefined && (
            <Line words="No more than this where uploads train AI" points={`max ${cappedAt}`} />
          )}
          <Line words="Score" points={String(score)} />
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
  return cancelledBy ? `${title} (taken back: ${flagWords(cancelledBy).title})` : title;
}
