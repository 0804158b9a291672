import type { AddedSite } from '../../sites/added.ts';
import { siteForUrl } from '../../sites/index.ts';
import { MOST_ADDED } from '../added.ts';
import { MOST_PROJECTS } from '../projects.ts';
import type { Project, Reminder } from '../types.ts';
import type { Own } from './own.ts';
import type { Writing } from './writing.ts';

/**
 * Puts what is not here beside what is: nothing of the person's is lost by taking in a backup, and taking it in twice changes nothing.
 * @returns the origins of the added sites that were not here
 */
export async function addMissing(writing: Writing, { added, reminders, projects }: Own): Promise<string[]> {
  await addReminders(writing, reminders);
  await addProjects(writing, projects);
  return addSites(writing, added);
}

/** A site that the catalogue has by now is guarded as one of the catalogue's. */
async function addSites(writing: Writing, added: readonly AddedSite[]): Promise<string[]> {
  const store = writing.objectStore('added');
  const here = new Set(await store.getAllKeys());
  const missing = added.filter(({ origin }) => !here.has(origin) && !siteForUrl(`${origin}/`));
  const taken = missing.slice(0, Math.max(0, MOST_ADDED - here.size));
  for (const site of taken) await store.put(site);
  return taken.map(({ origin }) => origin);
}

async function addReminders(writing: Writing, reminders: readonly Reminder[]): Promise<void> {
  const store = writing.objectStore('reminders');
  const here = new Set((await store.getAll()).map(sameness));
  for (const reminder of reminders) if (!here.has(sameness(reminder))) await store.add(reminder);
}

/** What makes two reminders the same one, whatever became of them since. */
function sameness({ site, project, madeAt, dueAt }: Reminder): string {
  return JSON.stringify([site, project, madeAt, dueAt]);
}

/** Of a project that is on both sides, the one that was worked on last stands. */
async function addProjects(writing: Writing, projects: readonly Project[]): Promise<void> {
  const store = writing.objectStore('projects');
  for (const project of projects) {
    const own = await store.get(project.name);
    if (!own || own.chosenAt < project.chosenAt) await store.put(project);
  }
  const newest = (await store.getAll()).sort((a, b) => b.chosenAt - a.chosenAt);
  for (const { name } of newest.slice(MOST_PROJECTS)) await store.delete(name);
}
