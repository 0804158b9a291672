import type { FlagGroup } from '../flag-groups.ts';
import type { Sources } from '../sources.ts';
import { flagWords } from '../words/flags.ts';
import { countOf } from '../words/lists.ts';
import { Icon } from './Icon.tsx';
import { Quote } from './Quote.tsx';

/** More quotes than this prove nothing new. */
const MOST_QUOTES = 5;

/** One thing the documents say for or against the reader: what, why it matters, the proof, what to do about it. */
export function FlagCard({ group: { first, others }, sources }: { group: FlagGroup; sources: Sources }) {
  const { title, why, advice } = flagWords(first.flag);
  const against = first.colour === 'red';
  return (
    <li class={`flag flag-${first.colour}`}>
      <h4>
        <Icon name={against ? 'against' : 'for'} />
        <span class="sr">{against ? 'Against you: ' : 'For you: '}</span>
        {title}
      </h4>
      {why && <p>{why}</p>}
      <Quote hit={first} sources={sources} />
      {others.length > 0 && (
        <details class="more-quotes">
          <summary>Said in {countOf(others.length, 'more place')}</summary>
          {others.slice(0, MOST_QUOTES).map((hit) => (
            <Quote key={`${hit.document}:${hit.start}`} hit={hit} sources={sources} />
          ))}
        </details>
      )}
      {advice && (
        <p>
          <b>What you can do:</b> {advice}
        </p>
      )}
    </li>
  );
}
