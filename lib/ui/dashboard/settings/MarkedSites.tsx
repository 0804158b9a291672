import { t } from '../../../i18n.ts';
import { settingsInForce } from '../../../managed/in-force.ts';
import type { Managed } from '../../../managed/types.ts';
import type { Settings, SiteMark } from '../../../store/types.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import { siteName } from '../site-names.ts';

type Words = Record<'name' | 'none' | 'done', Parameters<typeof t>[0]>;

/** How each list is called, and what is said of it. */
export const WORDS: Record<SiteMark, Words> = {
  notForClients: {
    name: 'dash_marked_clients',
    none: 'dash_marked_clients_none',
    done: 'dash_clients_again',
  },
  muted: { name: 'dash_marked_muted', none: 'dash_marked_muted_none', done: 'dash_rings_again' },
};
const ORDER = ['notForClients', 'muted'] as const satisfies readonly SiteMark[];

type Props = { own: Settings; managed: Managed; around: Around };

/** The sites that the person, or their organisation, put a mark on, each with a way to take the person's own mark off. */
export function MarkedSites({ own, managed, around }: Props) {
  const [deed, start] = useDeed();
  const takeOff = (mark: SiteMark, site: string) =>
    void start(() => around.tell({ type: 'mark-site', site, mark, on: false }), {
      done: t(WORDS[mark].done, siteName(site)),
    });
  return (
    <section class="card-box" aria-labelledby="marked">
      <h2 id="marked">{t('dash_marked')}</h2>
      {ORDER.map((mark) => (
        <MarkedList
          key={mark}
          words={WORDS[mark]}
          sites={own[mark]}
          decided={mark === 'notForClients' ? forbiddenBy(managed, own) : []}
          onTakeOff={(site) => takeOff(mark, site)}
        />
      ))}
      <Said deed={deed} />
    </section>
  );
}

type MarkedProps = {
  words: Words;
  sites: readonly string[];
  decided: readonly string[];
  onTakeOff(site: string): void;
};

/** One such list. Those that the organisation decided stand first, and stay. */
export function MarkedList({ words, sites, decided, onTakeOff }: MarkedProps) {
  const own = sites.filter((site) => !decided.includes(site));
  if (own.length + decided.length === 0) return <p class="soft">{t(words.none)}</p>;
  return (
    <>
      <h3>{t(words.name)}</h3>
      <ul class="marked-sites">
        {decided.map((site) => (
          <li key={site}>
            <span>{siteName(site)}</span> <span class="tag">{t('dash_decided')}</span>
          </li>
        ))}
        {own.map((site) => (
          <li key={site}>
            <span>{siteName(site)}</span>
            <button type="button" class="small" onClick={() => onTakeOff(site)}>
              {t('dash_marked_take_off')}
              <span class="sr">: {siteName(site)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the organisation alone forbids for client work. */
function forbiddenBy(managed: Managed, own: Settings): readonly string[] {
  return settingsInForce({ ...own, notForClients: [] }, managed).notForClients;
}
