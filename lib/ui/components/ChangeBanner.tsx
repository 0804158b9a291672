import type { FlagHit, PolicyChange } from '../../policy/types.ts';
import type { StoredChange } from '../../store/types.ts';
import type { Sources } from '../sources.ts';
import { dateOf } from '../words/dates.ts';
import { flagWords } from '../words/flags.ts';
import { capital } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
import { ChangedWords } from './ChangedWords.tsx';
import { Icon } from './Icon.tsx';
import { Quote } from './Quote.tsx';

type Props = { change: StoredChange; sources: Sources; onRead(): void };

/** A change of a policy that the person has not yet seen: what it means first, then the words themselves. */
export function ChangeBanner({ change: { headline, kind, foundAt, change }, sources, onRead }: Props) {
  const flags = [...change.flagsGained, ...change.flagsLost];
  return (
    <section class="change" aria-label="Policy changed">
      <p class="change-when">
        <Icon name="bell" />
        {capital(DOCUMENT_WORDS[kind])} changed, seen {dateOf(foundAt)}
      </p>
      <h2>{headline}</h2>
      {flags.length > 0 && (
        <ul class="change-flags">
          {change.flagsGained.map((hit) => (
            <FlagMove key={`+${hit.flag}${hit.start}`} hit={hit} gained sources={sources} />
          ))}
          {change.flagsLost.map((hit) => (
            <FlagMove key={`-${hit.flag}${hit.start}`} hit={hit} gained={false} sources={sources} />
          ))}
        </ul>
      )}
      <p>{[scoreMove(change), announcement(change)].filter(Boolean).join(' ')}</p>
      <ChangedWords change={change} />
      <button type="button" class="plain" onClick={onRead}>
        I have read this
      </button>
    </section>
  );
}

/** A red flag that came or a green one that went is bad news; the other two are good news. */
function FlagMove({ hit, gained, sources }: { hit: FlagHit; gained: boolean; sources: Sources }) {
  const worse = gained === (hit.colour === 'red');
  return (
    <li class={worse ? 'worse' : 'better'}>
      <p>
        <Icon name={worse ? 'against' : 'for'} />
        <b>{gained ? 'New:' : 'No longer:'}</b> {flagWords(hit.flag).title}
      </p>
      {gained && <Quote hit={hit} sources={sources} />}
    </li>
  );
}

function scoreMove({ scoreBefore, scoreAfter }: PolicyChange): string {
  if (scoreBefore === null || scoreAfter === null || scoreBefore === scoreAfter) return '';
  return `Score of this document alone: ${Math.round(scoreBefore)} before, ${Math.round(scoreAfter)} now.`;
}

function announcement({ announced }: PolicyChange): string {
  return announced ? '' : 'Changed silently: the document still shows its old date.';
}
