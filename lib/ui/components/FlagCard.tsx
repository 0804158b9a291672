import { type MessageKey, t, tn } from '../../i18n.ts';
import type { FlagHit } from '../../policy/types.ts';
import type { FlagGroup } from '../flag-groups.ts';
import type { Sources } from '../sources.ts';
import { flagWords } from '../words/flags.ts';
import { bold } from './bold.tsx';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import { Quote } from './Quote.tsx';

/** More quotes than this prove nothing new. */
const MOST_QUOTES = 5;

/** How a flag stands with the reader. A promise that the documents take back elsewhere is not for them any more. */
const STANDING: Record<'red' | 'green' | 'void', { icon: IconName; words: MessageKey }> = {
  red: { icon: 'against', words: 'flags_against' },
  green: { icon: 'for', words: 'flags_for' },
  void: { icon: 'mixed', words: 'flags_void' },
};

type Props = { group: FlagGroup; takenBackBy?: FlagHit; sources: Sources };

/** One thing the documents say for or against the reader: what, why it matters, the proof, what to do about it. */
export function FlagCard({ group: { first, others }, takenBackBy, sources }: Props) {
  const { title, why, advice } = flagWords(first.flag);
  const standing = takenBackBy ? 'void' : first.colour;
  return (
    <li class={`flag flag-${standing}`}>
      <h4>
        <Icon name={STANDING[standing].icon} />
        <span class="sr">{t(STANDING[standing].words)} </span>
        {title}
      </h4>
      {takenBackBy ? <TakenBack by={takenBackBy} /> : why && <p>{why}</p>}
      <Quote hit={first} sources={sources} />
      <MoreQuotes hits={others} sources={sources} />
      {advice && !takenBackBy && (
        <p>
          <b>{t('flags_advice')}</b> {advice}
        </p>
      )}
    </li>
  );
}

function TakenBack({ by }: { by: FlagHit }) {
  return <p>{bold(t('flags_taken_back', flagWords(by.flag).title))}</p>;
}

function MoreQuotes({ hits, sources }: { hits: readonly FlagHit[]; sources: Sources }) {
  if (hits.length === 0) return null;
  return (
    <details class="more-quotes">
      <summary>{tn('flags_more_places', hits.length)}</summary>
      {hits.slice(0, MOST_QUOTES).map((hit) => (
        <Quote key={`${hit.document}:${hit.start}`} hit={hit} sources={sources} />
      ))}
    </details>
  );
}
