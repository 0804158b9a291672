import { useEffect, useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import { findPhrase } from '../../../policy/index.ts';
import type { StoredText } from './stored-texts.ts';

type Hit = { site: string; kind: StoredText['kind']; quote: string; start: number };
type Props = { phrase: string; flag: string; texts: readonly StoredText[] };

/** Long enough for the next letter to come first. */
const PAUSE_MS = 250;
const MOST_SHOWN = 10;

/** What a phrase finds in the stored policies, shown while it is typed. */
export function Trial({ phrase, flag, texts }: Props) {
  const [hits, setHits] = useState<Hit[]>();
  useEffect(() => {
    const timer = setTimeout(() => setHits(hitsOf(phrase, flag, texts)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [phrase, flag, texts]);
  if (texts.length === 0) return <p class="soft">{t('dash_rule_no_texts')}</p>;
  return (
    <div class="trial-hits" role="status">
      {hits && <p>{hits.length === 0 ? t('dash_rule_no_hits') : tn('dash_rule_hits', hits.length)}</p>}
      <ul>
        {hits?.slice(0, MOST_SHOWN).map(({ site, kind, quote, start }) => (
          <li key={`${site}:${kind}:${start}`}>
            <b>
              {site}, {t(`document_${kind}`)}
            </b>
            <blockquote lang="en">{quote}</blockquote>
          </li>
        ))}
      </ul>
    </div>
  );
}

function hitsOf(phrase: string, flag: string, texts: readonly StoredText[]): Hit[] {
  return texts.flatMap(({ site, kind, text }) =>
    findPhrase(phrase, text, flag).map(({ quote, start }) => ({ site, kind, quote, start })),
  );
}
