import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import type { KeptReminder } from '../../../store/index.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import { NewReminder } from './NewReminder.tsx';
import { ReminderEntry } from './ReminderEntry.tsx';
import { remindersCalendar } from './reminders-calendar.ts';

type Site = { id: string; name: string };
type Props = {
  reminders: readonly KeptReminder[];
  /** Sites that were given something. */
  sites: readonly Site[];
  /** Where a person's own work lies, by site. */
  galleries: ReadonlyMap<string, string>;
  /** The folder that downloads of a reminder's project still have to be put into. */
  placeOf(reminder: KeptReminder): string | undefined;
  /** Names of the person's projects. */
  projects: readonly string[];
  around: Around;
};

/** What is to be deleted from which platform after a project was delivered, and by when. */
export function Reminders({ reminders, sites, galleries, placeOf, projects, around }: Props) {
  const [isMaking, make] = useState(false);
  const [deed, start] = useDeed();
  const open = reminders.filter(({ doneAt }) => doneAt === undefined);
  const done = reminders.filter(({ doneAt }) => doneAt !== undefined);
  const now = around.now();
  if (sites.length === 0 && reminders.length === 0) return null;
  const list = (which: readonly KeptReminder[]) => (
    <ul class="reminders">
      {which.map((reminder) => (
        <ReminderEntry
          key={reminder.id}
          reminder={reminder}
          gallery={galleries.get(reminder.site)}
          place={placeOf(reminder)}
          now={now}
          onSettle={(as) => start(() => around.tell({ type: 'settle-reminder', reminder: reminder.id, as }))}
        />
      ))}
    </ul>
  );
  return (
    <section class="card-box reminder-box" aria-labelledby="reminders">
      <div class="part-head">
        <div>
          <h2 id="reminders">{t('dash_reminders')}</h2>
          <p class="soft">{t('dash_reminders_lead')}</p>
        </div>
        <div class="deeds">
          {open.length > 0 && (
            <button
              type="button"
              onClick={() => around.save('meshwarden-reminders.ics', remindersCalendar(open, now))}
            >
              {t('dash_to_calendar')}
            </button>
          )}
          {sites.length > 0 && (
            <button type="button" class="main" onClick={() => make(true)}>
              {t('dash_new_reminder')}
            </button>
          )}
        </div>
      </div>
      <Said deed={deed} />
      {open.length > 0 && list(open)}
      {done.length > 0 && (
        <details class="fold">
          <summary>{tn('dash_reminders_done', done.length)}</summary>
          {list(done)}
        </details>
      )}
      {isMaking && (
        <NewReminder
          sites={sites}
          projects={projects}
          now={now}
          onCancel={() => make(false)}
          onMake={(wish) => {
            make(false);
            void start(() => around.tell({ type: 'remind', ...wish }), { done: t('dash_reminder_made') });
          }}
        />
      )}
    </section>
  );
}
