import { t } from '../../../i18n.ts';
import { FILE_CHOICES, type FileChoices } from '../../../store/types.ts';
import { inWords, type Named } from '../named.ts';
import type { SettingsProps } from './SettingsPage.tsx';

type Choice = keyof FileChoices;

const WORDS: Record<Choice, Named> = {
  keepCopyright: { name: 'dash_keep_copyright', why: 'dash_keep_copyright_why' },
  keepColourProfile: { name: 'dash_keep_colour', why: 'dash_keep_colour_why' },
  keepHdr: { name: 'dash_keep_hdr', why: 'dash_keep_hdr_why' },
  neutralName: { name: 'dash_neutral_name', why: 'dash_neutral_name_why' },
  freshTimestamp: { name: 'dash_fresh_time', why: 'dash_fresh_time_why' },
  lookForHiddenText: { name: 'dash_hidden_text', why: 'dash_hidden_text_why' },
};

/** How files are cleaned: a yes or no each, locked where the organisation has decided. */
export function FileChoiceList({ own, managed, onChange }: SettingsProps) {
  return (
    <fieldset class="card-box">
      <legend>{t('dash_settings_files')}</legend>
      {FILE_CHOICES.map((choice) => {
        const decided = managed.files[choice];
        const { name, why } = inWords(WORDS[choice]);
        return (
          <label key={choice} class="choice">
            <input
              type="checkbox"
              name={choice}
              checked={decided ?? own.files[choice]}
              disabled={decided !== undefined}
              onChange={({ currentTarget: { checked } }) =>
                onChange({ files: { ...own.files, [choice]: checked } })
              }
            />
            <span>
              <b>{name}</b>
              {decided !== undefined && <span class="tag">{t('dash_decided')}</span>}
              <span class="soft">{why}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
