import { t, tn } from '../../i18n.ts';
import type { Scorecard, Verdict, WorkKind } from '../../policy/types.ts';
import { TOPICS } from '../../policy/types.ts';
import { more } from '../more.ts';
import type { Sources } from '../sources.ts';
import { countVerdicts } from '../words/verdict.ts';
import { Icon } from './Icon.tsx';
import { TopicRow } from './TopicRow.tsx';

const WORST_FIRST: readonly Verdict[] = ['bad', 'mixed', 'good', 'silent'];

/** All ten topics, always in the same order, so that two sites can be compared at a glance. */
export function TopicList({ card, sources, work }: { card: Scorecard; sources: Sources; work: WorkKind }) {
  const Parts = more();
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t('topics_title')}</h2>
      <Tally card={card} />
      <div class="topics">
        {TOPICS.map((topic) => (
          <TopicRow key={topic} topic={topic} scorecard={card} sources={sources} />
        ))}
      </div>
      {Parts && <Parts.Arithmetic card={card} work={work} />}
    </section>
  );
}

function Tally({ card }: { card: Scorecard }) {
  const counts = countVerdicts(card);
  return (
    <ul class="tally">
      {WORST_FIRST.filter((verdict) => counts[verdict] > 0).map((verdict) => (
        <li key={verdict} class={`verdict-${verdict}`}>
          <Icon name={verdict} />
          {tn(`tally_${verdict}`, counts[verdict])}
        </li>
      ))}
    </ul>
  );
}
