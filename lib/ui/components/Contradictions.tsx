import { t } from '../../i18n.ts';
import type { Contradiction } from '../../policy/types.ts';
import type { Sources } from '../sources.ts';
import { topicWords } from '../words/topics.ts';
import { Quote } from './Quote.tsx';

type Props = { contradictions: readonly Contradiction[]; sources: Sources };

/** Where the documents promise one thing and reserve the opposite: both sentences, side by side, and how it was counted. */
export function Contradictions({ contradictions, sources }: Props) {
  if (contradictions.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{t('contradictions_title')}</h2>
      {contradictions.map(({ topic, red, green }) => (
        <article class="contradiction" key={`${red.flag}:${red.start}:${green.flag}:${green.start}`}>
          <h3>{topicWords(topic).name}</h3>
          <p class="side-green">{t('contradictions_promise')}</p>
          <Quote hit={green} sources={sources} />
          <p class="side-red">{t('contradictions_but')}</p>
          <Quote hit={red} sources={sources} />
        </article>
      ))}
      <p class="soft">{t('contradictions_counted')}</p>
    </section>
  );
}
