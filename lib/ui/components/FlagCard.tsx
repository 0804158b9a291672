import type { FlagHit } from '../../policy/types.ts';
import type { Sources } from '../sources.ts';
import { flagWords } from '../words/flags.ts';
import { Icon } from './Icon.tsx';
import { Quote } from './Quote.tsx';

/** One thing a document says for or against the reader: what, why it matters, the proof, what to do about it. */
export function FlagCard({ hit, sources }: { hit: FlagHit; sources: Sources }) {
  const { title, why, advice } = flagWords(hit.flag);
  const against = hit.colour === 'red';
  return (
    <li class={`flag flag-${hit.colour}`}>
      <h4>
        <Icon name={against ? 'against' : 'for'} />
        <span class="sr">{against ? 'Against you: ' : 'For you: '}</span>
        {title}
      </h4>
      {why && <p>{why}</p>}
      <Quote hit={hit} sources={sources} />
      {advice && (
        <p class="advice">
          <b>What you can do:</b> {advice}
        </p>
      )}
    </li>
  );
}
