import { t } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import { useStored } from '../stored.ts';

/** Whether downloaded models are filed by project. The browser's own permission is the setting: without it nothing can be filed. */
export function DownloadChoice({ around }: { around: Around }) {
  const stored = useStored(around.filesDownloads);
  const [deed, start] = useDeed();
  const choose = async (on: boolean) => {
    if ((await around.fileDownloads(on)) !== on) throw new Error(t('dash_downloads_refused'));
  };
  return (
    <fieldset class="card-box">
      <legend>{t('dash_settings_downloads')}</legend>
      <label class="choice">
        <input
          type="checkbox"
          name="downloads"
          checked={stored.state === 'ready' && stored.value}
          onChange={({ currentTarget: { checked } }) =>
            void start(() => choose(checked), { done: t('dash_settings_saved') })
          }
        />
        <span>
          <b>{t('dash_file_downloads')}</b>
          <span class="soft">{t('dash_file_downloads_why')}</span>
        </span>
      </label>
      <Said deed={deed} />
    </fieldset>
  );
}
