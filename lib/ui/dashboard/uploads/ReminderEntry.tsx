import { t } from '../../../i18n.ts';
import type { ReminderEnd } from '../../../messages.ts';
import type { KeptReminder } from '../../../store/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { OutLink } from '../../components/OutLink.tsx';
import { quoteLink } from '../../text-fragment.ts';
import { shortDate } from '../dates.ts';
import { siteName } from '../site-names.ts';
import { reminderTitle } from './reminders-calendar.ts';

type Props = {
  reminder: KeptReminder;
  /** Where the person's own work on that site lies. */
  gallery?: string;
  /** The folder that downloaded models still have to be put into. */
  place?: string;
  now: number;
  onSettle(as: ReminderEnd): void;
};

/** One reminder: what is to be deleted where, by when, and the way there. */
export function ReminderEntry({ reminder, gallery, place, now, onSettle }: Props) {
  const { site, project, dueAt, doneAt } = reminder;
  const name = siteName(site);
  const isDue = doneAt === undefined && dueAt <= now;
  return (
    <li class={isDue ? 'reminder reminder-due' : 'reminder'}>
      <Icon name={doneAt === undefined ? (isDue ? 'bad' : 'bell') : 'good'} />
      <div>
        <h3>{reminderTitle(project, name)}</h3>
        <p class="soft">{whenWords(reminder, isDue)}</p>
        {place && <p>{t('dash_reminder_place', place)}</p>}
      </div>
      <div class="deeds">
        {doneAt === undefined ? (
          <>
            <OutLink href={gallery && quoteLink(gallery, '')}>{t('dash_open_gallery', name)}</OutLink>
            <button type="button" class="small" onClick={() => onSettle('done')}>
              {t('dash_deleted_there')}
            </button>
          </>
        ) : (
          <button type="button" class="small" onClick={() => onSettle('open')}>
            {t('dash_not_deleted')}
          </button>
        )}
        <button type="button" class="small" onClick={() => onSettle('forgotten')}>
          {t('dash_forget')}
        </button>
      </div>
    </li>
  );
}

function whenWords({ dueAt, doneAt }: KeptReminder, isDue: boolean): string {
  if (doneAt !== undefined) return t('dash_deleted_on', shortDate(doneAt));
  return t(isDue ? 'dash_was_due' : 'dash_due_on', shortDate(dueAt));
}
