import { t } from '../../i18n.ts';
import type { Scorecard, Topic, TopicCard } from '../../policy/types.ts';
import { groupFlags } from '../flag-groups.ts';
import type { Sources } from '../sources.ts';
import { topicWords, verdictWord } from '../words/topics.ts';
import { FlagCard } from './FlagCard.tsx';
import { Icon } from './Icon.tsx';

type Props = { topic: Topic; scorecard: Scorecard; sources: Sources };

/** A topic that an older engine did not know. */
const NOT_KNOWN: TopicCard = { verdict: 'silent', flags: [] };

/** One topic with its verdict; opens to what the documents say, or to what they leave open. */
export function TopicRow({ topic, scorecard, sources }: Props) {
  const card = scorecard.topics[topic] ?? NOT_KNOWN;
  const questions = scorecard.unanswered.filter((each) => each.topic === topic).map(({ text }) => text);
  const takenBackBy = (flag: string) =>
    scorecard.contradictions.find(({ green }) => green.flag === flag)?.red;
  const { name, question } = topicWords(topic);
  return (
    <details class={`topic verdict-${card.verdict}`}>
      <summary>
        <Icon name={card.verdict} />
        <h3>{name}</h3>
        <span class="verdict">{verdictWord(card.verdict)}</span>
        <Icon name="chevron" />
      </summary>
      <p class="asks">{question}</p>
      {card.flags.length > 0 ? (
        <ul class="flags">
          {groupFlags(card.flags).map((group) => (
            <FlagCard
              key={group.first.flag}
              group={group}
              takenBackBy={takenBackBy(group.first.flag)}
              sources={sources}
            />
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
      <p>{t('topics_silent')}</p>
      {questions.length > 0 && (
        <ul class="asks-list">
          {questions.map((text) => (
            <li key={text}>{t('topics_ask', text)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
