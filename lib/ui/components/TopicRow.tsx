import type { Topic, TopicCard } from '../../policy/types.ts';
import { groupFlags } from '../flag-groups.ts';
import type { Sources } from '../sources.ts';
import { TOPIC_WORDS, VERDICT_WORDS } from '../words/topics.ts';
import { FlagCard } from './FlagCard.tsx';
import { Icon } from './Icon.tsx';

type Props = { topic: Topic; card: TopicCard; questions: string[]; sources: Sources };

/** One topic with its verdict; opens to what the documents say, or to what they leave open. */
export function TopicRow({ topic, card, questions, sources }: Props) {
  const { name, question } = TOPIC_WORDS[topic];
  return (
    <details class={`topic verdict-${card.verdict}`}>
      <summary>
        <Icon name={card.verdict} />
        <h3>{name}</h3>
        <span class="verdict">{VERDICT_WORDS[card.verdict]}</span>
        <Icon name="chevron" />
      </summary>
      <p class="asks">{question}</p>
      {card.flags.length > 0 ? (
        <ul class="flags">
          {groupFlags(card.flags).map((group) => (
            <FlagCard key={group.first.flag} group={group} sources={sources} />
          ))}
        </ul>
      ) : (
        <NotStated questions={questions} />
      )}
    </details>
  );
}

function NotStated({ questions }: { questions: string[] }) {
  return (
    <>
      <p>The documents we read do not say. That is neither a yes nor a no.</p>
      {questions.length > 0 && (
        <ul class="asks-list">
          {questions.map((text) => (
            <li key={text}>Ask them: {text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
