import { t } from '../../i18n.ts';
import type { Scorecard, Topic } from '../../policy/types.ts';
import { groupFlags } from '../flag-groups.ts';
import type { Sources } from '../sources.ts';
import { questionText } from '../words/questions.ts';
import { topicWords } from '../words/topics.ts';
import { FlagCard } from './FlagCard.tsx';

type Props = { topic: Topic; scorecard: Scorecard; sources: Sources };

/** What the documents say on a topic, or what they leave open. */
export function TopicBody({ topic, scorecard, sources }: Props) {
  const flags = scorecard.topics[topic]?.flags ?? [];
  const takenBackBy = (flag: string) =>
    scorecard.contradictions.find(({ green }) => green.flag === flag)?.red;
  return (
    <>
      <p class="asks">{topicWords(topic).question}</p>
      {flags.length > 0 ? (
        <ul class="flags">
          {groupFlags(flags).map((group) => (
            <FlagCard
              key={group.first.flag}
              group={group}
              takenBackBy={takenBackBy(group.first.flag)}
              sources={sources}
            />
          ))}
        </ul>
      ) : (
        <NotStated
          questions={scorecard.unanswered.filter((each) => each.topic === topic).map(questionText)}
        />
      )}
    </>
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
