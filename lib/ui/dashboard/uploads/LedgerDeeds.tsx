import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { LedgerEntry } from '../../../store/types.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Modal } from '../parts/Modal.tsx';
import { Said } from '../parts/Said.tsx';
import { siteName } from '../site-names.ts';
import { asCsv, asJson } from './export.ts';

type Props = { shown: readonly LedgerEntry[]; site: string; around: Around };

/** Takes what is shown out as a file, or erases the ledger: all of it, or that of the one site that is chosen. */
export function LedgerDeeds({ shown, site, around }: Props) {
  const [isAsking, ask] = useState(false);
  const [deed, start] = useDeed();
  const day = new Date(around.now()).toISOString().slice(0, 10);
  const erase = () => {
    ask(false);
    return start(() => around.tell({ type: 'erase-ledger', ...(site ? { site } : {}) }), {
      done: t('dash_erased'),
    });
  };
  return (
    <div class="tools-end deeds">
      <button type="button" onClick={() => around.save(`meshwarden-uploads-${day}.csv`, asCsv(shown))}>
        {t('dash_export_csv')}
      </button>
      <button type="button" onClick={() => around.save(`meshwarden-uploads-${day}.json`, asJson(shown))}>
        {t('dash_export_json')}
      </button>
      <button type="button" class="danger" onClick={() => ask(true)}>
        {t('dash_erase')}
      </button>
      <Said deed={deed} />
      {isAsking && (
        <Modal
          title={site ? t('dash_erase_site_title', siteName(site)) : t('dash_erase_title')}
          onClose={() => ask(false)}
        >
          <p>{t('dash_erase_why')}</p>
          <div class="deeds">
            <button type="button" onClick={() => ask(false)}>
              {t('dash_keep')}
            </button>
            <button type="button" class="danger" onClick={erase}>
              {t('dash_erase_now')}
            </button>
          </div>
        </Modal>
      )}
    </div>
  );
}
