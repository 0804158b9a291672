import { t } from '../../../i18n.ts';
import type { KeptChange } from '../../../store/index.ts';
import type { Settings } from '../../../store/types.ts';
import { documentName } from '../../words/topics.ts';
import { shortDate } from '../dates.ts';
import { addressOf } from '../route.ts';
import { ChangeTags } from './ChangeTags.tsx';
import { newsOf, toneOf } from './news.ts';
import { ToneIcon } from './ToneIcon.tsx';

type Props = { change: KeptChange; settings: Settings; onRead(): void };

/** One change in the timeline. */
export function ChangeEntry({ change, settings, onRead }: Props) {
  return (
    <li class={change.read ? 'happened' : 'happened happened-new'}>
      <ToneIcon tone={toneOf(change.change)} />
      <div>
        <h3>
          <a href={addressOf('changes', change.id)}>{newsOf(change)}</a>
        </h3>
        <p class="soft">
          {documentName(change.kind)} · {shortDate(change.foundAt)}
        </p>
        <ChangeTags change={change} settings={settings} />
      </div>
      {!change.read && (
        <button
          type="button"
          class="small"
          onClick={onRead}
          aria-label={t('dash_mark_read_of', newsOf(change))}
        >
          {t('dash_mark_read')}
        </button>
      )}
    </li>
  );
}
