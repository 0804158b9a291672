import { t } from '../../../i18n.ts';
import type { KeptReminder } from '../../../store/index.ts';
import { calendarOf } from '../../../watch/events.ts';
import { siteName } from '../site-names.ts';

/** The reminders as the text of an `.ics` file, one event each. `now` is ms since 1970. */
export function remindersCalendar(reminders: readonly KeptReminder[], now: number): Blob {
  const events = reminders.map(({ id, madeAt, site, project, dueAt }) => ({
    uid: `delete-${id}-${madeAt}`,
    on: dueAt,
    title: reminderTitle(project, siteName(site)),
    text: t('dash_reminder_text'),
  }));
  return new Blob([calendarOf(events, 'Reminders', now)], { type: 'text/calendar' });
}

/** "Delete “Dragon” from Tripo". */
export function reminderTitle(project: string, site: string): string {
  return project ? t('dash_delete_project', project, site) : t('dash_delete_files', site);
}
