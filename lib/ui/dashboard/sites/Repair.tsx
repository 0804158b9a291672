import { t, tn } from '../../../i18n.ts';
import { hostPermissions } from '../../../sites/index.ts';
import { Notice } from '../../components/Notice.tsx';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import type { SiteRow } from './rows.ts';

/** The browser keeps us out of sites that should be guarded: one click asks for all of them. */
export function Repair({ barred, around }: { barred: readonly SiteRow[]; around: Around }) {
  const [deed, start] = useDeed();
  if (barred.length === 0) return <Said deed={deed} />;
  const ask = async () => {
    const isAllowed = await around.requestAccess(hostPermissions(barred.map(({ card }) => card)));
    if (!isAllowed) throw new Error(t('dash_still_barred'));
  };
  return (
    <div class="repair">
      <Notice tone="bad" icon="bad" title={tn('dash_barred', barred.length)}>
        <p>{t('dash_barred_why')}</p>
        <button type="button" class="main" onClick={() => start(ask, { done: t('dash_allowed') })}>
          {t('dash_allow')}
        </button>
        <Said deed={deed} />
      </Notice>
    </div>
  );
}
