import { t } from '../../i18n.ts';
import type { Scorecard, WorkKind } from '../../policy/types.ts';
import { flagWords } from '../words/flags.ts';
import { cardFor, verdictLine, worstFlag } from '../words/verdict.ts';
import { ScoreBadge } from './ScoreBadge.tsx';
import { WorkSwitch } from './WorkSwitch.tsx';

type Props = {
  name: string;
  card?: Scorecard;
  line?: string;
  /** The site itself is what to beware of. */
  warning?: boolean;
  work?: WorkKind;
  onChoose?(work: WorkKind): void;
  /** 1 where the site is what the page is about. */
  level?: 1 | 2;
};

/** The site, the verdict in words and the grade: what a person reads who reads nothing else. */
export function Hero({ name, card, line, warning = false, work = 'public', onChoose, level = 1 }: Props) {
  const read = card && cardFor(card, work);
  const worst = card && worstFlag(card);
  return (
    <header class={`hero ${warning ? 'hero-warning' : `hero-${read?.grade ?? 'none'}`}`}>
      <div>
        {level === 1 ? <h1 tabIndex={-1}>{name}</h1> : <h2>{name}</h2>}
        <p class="hero-verdict">{line ?? (card && verdictLine(card, work))}</p>
        {worst && (
          <p class="hero-worst">
            <b>{t('hero_worst')}</b> {flagWords(worst.flag).title}
          </p>
        )}
      </div>
      <ScoreBadge card={read} warning={warning} />
      {card?.readings && onChoose && <WorkSwitch readings={card.readings} work={work} onChoose={onChoose} />}
    </header>
  );
}
