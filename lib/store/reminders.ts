import { database, withDatabase } from './database.ts';
import type { Reminder } from './types.ts';

/** A reminder as it is stored: with its number. */
export type KeptReminder = Reminder & { id: number };

/** More than anybody makes; the oldest settled ones go first. */
const MOST_REMINDERS = 1_000;

/** Every reminder, what is due first coming first. */
export async function allReminders(db = database()): Promise<KeptReminder[]> {
  const rows = (await withDatabase(db, (store) => store.getAll('reminders'))) as KeptReminder[];
  return rows.sort((a, b) => a.dueAt - b.dueAt || a.id - b.id);
}

/** Reminders that are due at `now` (ms since 1970) and not settled yet. */
export async function dueReminders(now: number, db = database()): Promise<KeptReminder[]> {
  return (await allReminders(db)).filter(({ dueAt, doneAt }) => doneAt === undefined && dueAt <= now);
}

/** Adds reminders: all or none. */
export function addReminders(reminders: readonly Reminder[], db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('reminders', 'readwrite');
    for (const reminder of reminders) await writing.store.add(reminder);
    const settled = (await writing.store.getAll()).filter(({ doneAt }) => doneAt !== undefined);
    const tooMany = (await writing.store.count()) - MOST_REMINDERS;
    for (const { id } of settled.slice(0, Math.max(0, tooMany)))
      if (id !== undefined) await writing.store.delete(id);
    await writing.done;
  });
}

/** Notes when the person did what a reminder asks for (ms since 1970); without it the reminder is open again. Unknown numbers are passed over. */
export function settleReminder(id: number, doneAt: number | undefined, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('reminders', 'readwrite');
    const reminder = await writing.store.get(id);
    if (reminder) {
      const { doneAt: _, ...open } = reminder;
      await writing.store.put(doneAt === undefined ? open : { ...open, doneAt });
    }
    await writing.done;
  });
}

/** Forgets a reminder. */
export function forgetReminder(id: number, db = database()): Promise<void> {
  return withDatabase(db, (store) => store.delete('reminders', id));
}
