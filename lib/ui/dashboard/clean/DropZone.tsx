import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { NavIcon } from '../shell/NavIcon.tsx';

/** Takes files that are dropped on it or chosen. */
export function DropZone({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      class={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <NavIcon name="broom" />
      <b>{t('dash_clean_drop')}</b>
      <span class="soft">{t('dash_clean_choose')}</span>
      <input
        type="file"
        class="sr"
        multiple
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
