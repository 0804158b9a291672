import { t } from '../../i18n.ts';
import type { FlagHit } from '../../policy/types.ts';
import type { Sources } from '../sources.ts';
import { quoteLink } from '../text-fragment.ts';
import { OutLink } from './OutLink.tsx';

/** The document's own words, verbatim, with a link to the place where they stand. */
export function Quote({ hit, sources }: { hit: FlagHit; sources: Sources }) {
  const url = sources[hit.document];
  return (
    <figure class="quote">
      <blockquote>{hit.quote}</blockquote>
      <figcaption>
        <OutLink href={url && quoteLink(url, hit.quote)}>{t(`quote_link_${hit.document}`)}</OutLink>
      </figcaption>
    </figure>
  );
}
