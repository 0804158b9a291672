import type { Scorecard } from '../../policy/types.ts';
import { flagWords } from '../words/flags.ts';
import { verdictLine, worstFlag } from '../words/verdict.ts';
import { ScoreBadge } from './ScoreBadge.tsx';

type Props = { name: string; card?: Scorecard; line?: string };

/** The site, the verdict in words and the grade: what a person reads who reads nothing else. */
export function Hero({ name, card, line }: Props) {
  const worst = card && worstFlag(card);
  return (
    <header class="hero">
      <div>
        <h1 tabIndex={-1}>{name}</h1>
        <p class="hero-verdict">{line ?? (card && verdictLine(card))}</p>
        {worst && (
          <p class="hero-worst">
            <b>Biggest concern:</b> {flagWords(worst.flag).title}
          </p>
        )}
      </div>
      <ScoreBadge card={card} />
    </header>
  );
}
