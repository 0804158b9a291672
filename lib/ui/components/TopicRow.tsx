import type { FlagHit, Topic, TopicCard } from '../../policy/types.ts';
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
          {worstFirst(card.flags).map((hit) => (
            <FlagCard key={`${hit.document}:${hit.start}:${hit.flag}`} hit={hit} sources={sources} />
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

/** What works against the reader stands first, and the heavier before the lighter. */
function worstFirst(flags: readonly FlagHit[]): FlagHit[] {
  return flags.toSorted((a, b) => rank(b) - rank(a));
}

function rank({ colour, weight }: FlagHit): number {
  return colour === 'red' ? 100 + weight : weight;
}
