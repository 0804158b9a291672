import { formatNumber, t } from '../../i18n.ts';
import type { FlagHit, PolicyChange } from '../../policy/types.ts';
import type { StoredChange } from '../../store/types.ts';
import type { Sources } from '../sources.ts';
import { dateOf } from '../words/dates.ts';
import { flagWords } from '../words/flags.ts';
import { newsOf } from '../words/news.ts';
import { ChangedWords } from './ChangedWords.tsx';
import { Icon } from './Icon.tsx';
import { Quote } from './Quote.tsx';

type Props = { change: StoredChange; sources: Sources; onRead(): void };

/** A change of a policy that the person has not yet seen: what it means first, then the words themselves. */
export function ChangeBanner({ change: stored, sources, onRead }: Props) {
  const { kind, foundAt, change } = stored;
  const flags = [...change.flagsGained, ...change.flagsLost];
  return (
    <section class="change" aria-label={t('change_label')}>
      <p class="change-when">
        <Icon name="bell" />
        {t(`change_${kind}`, dateOf(foundAt))}
      </p>
      <h2>{newsOf(stored)}</h2>
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
        {t('change_read')}
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
        <b>{gained ? t('change_gained') : t('change_lost')}</b> {flagWords(hit.flag).title}
      </p>
      {gained && <Quote hit={hit} sources={sources} />}
    </li>
  );
}

function scoreMove({ scoreBefore, scoreAfter }: PolicyChange): string {
  if (scoreBefore === null || scoreAfter === null || scoreBefore === scoreAfter) return '';
  return t('change_score', formatNumber(Math.round(scoreBefore)), formatNumber(Math.round(scoreAfter)));
}

function announcement({ announced }: PolicyChange): string {
  return announced ? '' : t('change_silent');
}
