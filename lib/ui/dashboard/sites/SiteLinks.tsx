import { t } from '../../../i18n.ts';
import type { Seen, SiteCard } from '../../../sites/types.ts';
import { OutLink } from '../../components/OutLink.tsx';
import { quoteLink } from '../../text-fragment.ts';
import { documentName } from '../../words/topics.ts';
import { SeenMark } from './SeenMark.tsx';
import { FactLine } from './SiteFacts.tsx';

type Link = { url: string; seen?: Seen; words?: string };

/** Where a site is: its pages, its documents, where it announces changes, and where the person's own work lies. */
export function SiteLinks({ card }: { card: SiteCard }) {
  const { home, policies, gallery, channels, pages, uploadHosts } = card;
  return (
    <>
      <FactLine name={t('dash_home')}>
        <Links links={[{ url: home }]} />
      </FactLine>
      <FactLine name={t('dash_documents')}>
        {policies.length === 0 && t('dash_no_documents')}
        <Links links={policies.map(({ kind, url, seen }) => ({ url, seen, words: documentName(kind) }))} />
      </FactLine>
      {gallery && (
        <FactLine name={t('dash_gallery')}>
          <Links links={[gallery]} />
        </FactLine>
      )}
      {channels.length > 0 && (
        <FactLine name={t('dash_channels')}>
          <Links links={channels} />
        </FactLine>
      )}
      <FactLine name={t('dash_pages')}>
        <ul>
          {pages.map(({ pattern, seen }) => (
            <li key={pattern}>
              <code>{pattern}</code> <SeenMark seen={seen} />
            </li>
          ))}
        </ul>
      </FactLine>
      {uploadHosts.length > 0 && (
        <FactLine name={t('dash_upload_hosts')}>
          <ul>
            {uploadHosts.map((host) => (
              <li key={host}>
                <code>{host}</code>
              </li>
            ))}
          </ul>
        </FactLine>
      )}
    </>
  );
}

function Links({ links }: { links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ url, seen, words }) => (
        <li key={url}>
          <OutLink href={quoteLink(url, '')}>{words ?? url.replace('https://', '')}</OutLink>{' '}
          {seen && <SeenMark seen={seen} />}
        </li>
      ))}
    </ul>
  );
}
