import { t } from '../../../i18n.ts';
import type { FlagHit, PolicyChange } from '../../../policy/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { Quote } from '../../components/Quote.tsx';
import { flagWords } from '../../words/flags.ts';

type Props = { change: PolicyChange; url?: string };

/** What the document says now that it did not, and what it no longer says: each with its sentence. */
export function FlagMoves({ change: { flagsGained, flagsLost }, url }: Props) {
  if (flagsGained.length + flagsLost.length === 0) return <p class="soft">{t('dash_no_flags_moved')}</p>;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{t('dash_flags_moved')}</h2>
      <div class="moves">
        <Moves heading={t('dash_flags_gained')} hits={flagsGained} isGained url={url} />
        <Moves heading={t('dash_flags_lost')} hits={flagsLost} isGained={false} />
      </div>
    </section>
  );
}

type MovesProps = { heading: string; hits: readonly FlagHit[]; isGained: boolean; url?: string };

/** A sentence that has gone has no place any more that a link could lead to. */
function Moves({ heading, hits, isGained, url }: MovesProps) {
  if (hits.length === 0) return null;
  return (
    <div>
      <h3>{heading}</h3>
      <ul class="flags">
        {hits.map((hit) => (
          <li
            key={`${hit.flag}:${hit.start}`}
            class={`flag ${isWorse(hit, isGained) ? 'flag-red' : 'flag-green'}`}
          >
            <h4>
              <Icon name={isWorse(hit, isGained) ? 'against' : 'for'} />
              <span class="sr">{t(isWorse(hit, isGained) ? 'dash_bad_news' : 'dash_good_news')}</span>
              {flagWords(hit.flag).title}
            </h4>
            {isGained ? (
              <Quote hit={hit} sources={url ? { [hit.document]: url } : {}} />
            ) : (
              <figure class="quote">
                <blockquote>{hit.quote}</blockquote>
              </figure>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function isWorse({ colour }: FlagHit, isGained: boolean): boolean {
  return isGained === (colour === 'red');
}
