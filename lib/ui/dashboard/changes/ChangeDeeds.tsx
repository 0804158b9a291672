import { t } from '../../../i18n.ts';
import { siteById } from '../../../sites/index.ts';
import type { KeptChange } from '../../../store/index.ts';
import type { Settings, SiteMark } from '../../../store/types.ts';
import { OutLink } from '../../components/OutLink.tsx';
import { quoteLink } from '../../text-fragment.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import { addressOf } from '../route.ts';

type Props = { change: KeptChange; settings: Settings; url?: string; around: Around };

/** What a person can do about a change. */
export function ChangeDeeds({ change, settings, url, around }: Props) {
  const [deed, start] = useDeed();
  const { id, site, read } = change;
  const name = siteById(site)?.name ?? site;
  const mark = (which: SiteMark, done: string) => {
    const on = !settings[which].includes(site);
    return start(() => around.tell({ type: 'mark-site', site, mark: which, on }), { done });
  };
  const isMuted = settings.muted.includes(site);
  const isOut = settings.notForClients.includes(site);
  return (
    <div class="change-deeds">
      <div class="deeds">
        {!read && (
          <button
            type="button"
            class="main"
            onClick={() =>
              start(() => around.tell({ type: 'mark-read', changes: [id] }), { done: t('dash_marked_read') })
            }
          >
            {t('dash_mark_read')}
          </button>
        )}
        <button
          type="button"
          onClick={() =>
            mark('notForClients', t(isOut ? 'dash_clients_again' : 'dash_clients_stopped', name))
          }
        >
          {isOut ? t('dash_use_for_clients') : t('dash_stop_for_clients')}
        </button>
        <button
          type="button"
          onClick={() => mark('muted', t(isMuted ? 'dash_rings_again' : 'dash_muted_now', name))}
        >
          {isMuted ? t('dash_unmute', name) : t('dash_mute', name)}
        </button>
        <OutLink href={url && quoteLink(url, '')}>{t('dash_open_document')}</OutLink>
        <a class="out" href={addressOf('platforms', site)}>
          {t('dash_scorecard_of', name)}
        </a>
      </div>
      <Said deed={deed} />
    </div>
  );
}
