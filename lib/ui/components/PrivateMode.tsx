import { t } from '../../i18n.ts';
import { quoteLink } from '../text-fragment.ts';
import type { PopupSite } from '../view.ts';
import { SeenMark } from './KnownFacts.tsx';
import { OutLink } from './OutLink.tsx';

/** Where the site's own private mode is, as far as it is known. */
export function PrivateMode({ site }: { site: PopupSite }) {
  const mode = site.facts?.privateMode;
  if (!mode) return <p class="soft">{t('private_unknown')}</p>;
  return (
    <>
      <p class="soft">
        <span lang="en" dir="ltr">
          {mode.text}
        </span>{' '}
        <SeenMark seen={mode.seen} />
      </p>
      {mode.plan === 'paid' && <p class="soft">{t('private_paid')}</p>}
      {mode.plan === 'enterprise' && <p class="soft">{t('private_enterprise')}</p>}
      {mode.url && <OutLink href={quoteLink(mode.url, '')}>{t('private_open')}</OutLink>}
    </>
  );
}
