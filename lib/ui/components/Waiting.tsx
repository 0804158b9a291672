import type { Site } from '../../sites/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { capital } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

/** A site we know whose policies have not been read so far. */
export function Waiting({ site, guarded }: { site: Site; guarded: boolean }) {
  return (
    <Notice
      tone="quiet"
      icon="silent"
      title={guarded ? 'Reading what you agree to here…' : 'Nothing read so far'}
    >
      <p>The grade appears as soon as these are read.{guarded && ' Your files are cleaned all the same.'}</p>
      <ul class="documents">
        {site.policies.map(({ kind, url }) => (
          <li key={url}>
            <OutLink href={quoteLink(url, '')}>{capital(DOCUMENT_WORDS[kind])}</OutLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
