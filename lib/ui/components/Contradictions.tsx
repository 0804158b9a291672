import type { Contradiction } from '../../policy/types.ts';
import type { Sources } from '../sources.ts';
import { TOPIC_WORDS } from '../words/topics.ts';
import { Quote } from './Quote.tsx';

type Props = { contradictions: readonly Contradiction[]; sources: Sources };

/** Where the documents promise one thing and reserve the opposite: both sentences, side by side, and how it was counted. */
export function Contradictions({ contradictions, sources }: Props) {
  if (contradictions.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">Where they contradict themselves</h2>
      {contradictions.map(({ topic, red, green }) => (
        <article class="contradiction" key={`${red.flag}:${red.start}:${green.flag}:${green.start}`}>
          <h3>{TOPIC_WORDS[topic].name}</h3>
          <p class="side-green">They promise</p>
          <Quote hit={green} sources={sources} />
          <p class="side-red">But they also say</p>
          <Quote hit={red} sources={sources} />
        </article>
      ))}
      <p class="soft">We count the worse side.</p>
    </section>
  );
}
