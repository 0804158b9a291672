import type { Site } from '../../sites/types.ts';
import { quoteLink } from '../text-fragment.ts';
import { capital } from '../words/lists.ts';
import { DOCUMENT_WORDS } from '../words/topics.ts';
import { Notice } from './Notice.tsx';
import { OutLink } from './OutLink.tsx';

type Props = { site: Site; started: boolean; guarded: boolean };

/** A site we know whose policies have not been read so far. */
export function Waiting({ site, started, guarded }: Props) {
  return (
    <Notice
      tone="quiet"
      icon="silent"
      title={started ? 'Reading what you agree to here…' : 'Nobody has read these for you yet'}
    >
      <p>
        {started ? 'The grade appears as soon as these are read.' : '“Check now” reads and grades them.'}
        {guarded && ' Your files are cleaned all the same.'}
      </p>
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
