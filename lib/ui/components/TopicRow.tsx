import type { Scorecard, Topic } from '../../policy/types.ts';
import { more } from '../more.ts';
import type { Sources } from '../sources.ts';
import { topicWords, verdictWord } from '../words/topics.ts';
import { verdictOf } from '../words/verdict.ts';
import { Icon } from './Icon.tsx';

type Props = { topic: Topic; scorecard: Scorecard; sources: Sources };

/** One topic with its verdict; opens to what the documents say, or to what they leave open. */
export function TopicRow({ topic, scorecard, sources }: Props) {
  const verdict = verdictOf(scorecard, topic);
  const Parts = more();
  return (
    <details class={`topic verdict-${verdict}`}>
      <summary>
        <Icon name={verdict} />
        <h3>{topicWords(topic).name}</h3>
        <span class="verdict">{verdictWord(verdict)}</span>
        <Icon name="chevron" />
      </summary>
      {Parts && (
        <div class="topic-body">
          <Parts.TopicBody topic={topic} scorecard={scorecard} sources={sources} />
        </div>
      )}
    </details>
  );
}
