import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { type AddedSite, addedId, addedPattern, originToAdd } from '../../../sites/added.ts';
import type { Around } from '../around.ts';
import { shortDate } from '../dates.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';

/** A site that the person added or their organisation decided on, and whether the browser lets us in. */
export type OwnSite = AddedSite & { isBarred: boolean; isDecided: boolean };

/** The person's own sites: added by their address, taken away again, and let in again when the browser keeps us out. */
export function AddedSites({ sites, around }: { sites: readonly OwnSite[]; around: Around }) {
  const [typed, type] = useState('');
  const [deed, start] = useDeed();
  const ask = async (origin: string) => {
    if (!(await around.requestAccess([addedPattern(origin)]))) throw new Error(t('dash_still_barred'));
  };
  const add = async () => {
    const url = addressIn(typed);
    const origin = originToAdd(url);
    if (!origin) throw new Error(t('dash_no_address'));
    await ask(origin);
    await around.tell({ type: 'add-site', url });
    type('');
  };
  return (
    <section class="card-box own-sites" aria-labelledby="own-sites">
      <h2 id="own-sites">{t('dash_own_sites')}</h2>
      <p class="soft">{t('dash_own_sites_lead')}</p>
      <form
        class="tools"
        onSubmit={(event) => {
          event.preventDefault();
          void start(add, { done: t('dash_added') });
        }}
      >
        <label class="field">
          {t('dash_address')}
          <input
            value={typed}
            placeholder="https://"
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
        </label>
        <button type="submit" class="main">
          {t('dash_guard_site')}
        </button>
      </form>
      <Said deed={deed} />
      {sites.length > 0 && (
        <ul class="reminders">
          {sites.map((site) => (
            <OwnSiteEntry
              key={site.origin}
              site={site}
              onAllow={() => start(() => ask(site.origin), { done: t('dash_allowed') })}
              onRemove={() =>
                start(() => around.tell({ type: 'remove-site', site: addedId(site.origin) }), {
                  done: t('dash_removed', site.origin),
                })
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type EntryProps = { site: OwnSite; onAllow(): void; onRemove(): void };

/** One of them, with what can be done about it. */
export function OwnSiteEntry({
  site: { origin, addedAt, isBarred, isDecided },
  onAllow,
  onRemove,
}: EntryProps) {
  return (
    <li class="reminder">
      <div>
        <h3>
          {origin} {isDecided && <span class="tag">{t('dash_decided')}</span>}
        </h3>
        <p class={isBarred ? 'problem' : 'soft'}>
          {isBarred ? t('dash_own_barred') : t('dash_added_on', shortDate(addedAt))}
        </p>
      </div>
      <div class="deeds">
        {isBarred && (
          <button type="button" class="small" onClick={onAllow}>
            {t('permission_allow', new URL(origin).host)}
          </button>
        )}
        {!isDecided && (
          <button type="button" class="small" aria-label={t('dash_remove_site', origin)} onClick={onRemove}>
            {t('dash_remove')}
          </button>
        )}
      </div>
    </li>
  );
}

/** What somebody types as an address, as one: nobody types "https://". */
export function addressIn(typed: string): string {
  const text = typed.trim();
  return /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
}
