import { useRef, useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import { settingsInForce } from '../../../managed/in-force.ts';
import { readSettings } from '../../../store/index.ts';
import { USUAL_SETTINGS } from '../../../store/usual.ts';
import { stripAndLook } from '../../../upload/look.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { Said } from '../parts/Said.tsx';
import { cleanAll, type Item, itemsOf, savable } from './batch.ts';
import { DropZone } from './DropZone.tsx';
import { FileCard } from './FileCard.tsx';

/** Cleans files of this computer: drop them, see what is inside, save clean copies. Nothing is stored and nothing is sent. */
export default function CleanPage({ around }: PageProps) {
  const [items, setItems] = useState<Item[]>([]);
  const given = useRef(0);
  const [deed, start] = useDeed();
  const done = items.filter(({ result }) => result).length;
  const copies = savable(items);

  const put = (item: Item) => setItems((all) => all.map((each) => (each.id === item.id ? item : each)));
  const add = async (files: readonly File[]) => {
    const fresh = itemsOf(files, given.current);
    given.current += files.length;
    setItems((all) => [...all, ...fresh]);
    await cleanAll(fresh, await cleaner(around), put);
  };

  return (
    <>
      <PageHead title={t('dash_clean')} lead={t('dash_clean_lead')}>
        {copies.length > 0 && (
          <button type="button" class="main" onClick={() => start(() => around.saveAll(copies))}>
            {tn('dash_clean_save_all', copies.length)}
          </button>
        )}
        {items.length > 0 && (
          <button type="button" onClick={() => setItems([])}>
            {t('dash_clean_clear')}
          </button>
        )}
      </PageHead>
      <DropZone onFiles={(files) => void add(files)} />
      <Said deed={deed} />
      {items.length > 0 && <Progress done={done} all={items.length} />}
      <ul class="clean-files">
        {items.map((item) => (
          <FileCard key={item.id} item={item} around={around} onChange={put} />
        ))}
      </ul>
    </>
  );
}

function Progress({ done, all }: { done: number; all: number }) {
  return (
    <div class="clean-progress">
      <progress value={done} max={all} aria-label={t('dash_clean_progress')} />
      <p role="status">{done === all ? tn('dash_clean_done', all) : t('dash_clean_doing', done, all)}</p>
    </div>
  );
}

/** Cleans as the person, or their organisation, wants files cleaned. */
async function cleaner(around: Around) {
  // Files are cleaned as usual when what the person chose cannot be read.
  const own = await readSettings().catch(() => USUAL_SETTINGS);
  const { files } = settingsInForce(own, await around.managed());
  return (file: File, nth: number) => stripAndLook(file, { ...files, neutralName: files.neutralName && nth });
}
