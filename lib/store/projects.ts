import { database, withDatabase } from './database.ts';
import type { Project } from './types.ts';

/** More projects than anybody works on. */
export const MOST_PROJECTS = 200;

/** The person's projects, the one chosen last first: that is the current one. */
export async function readProjects(db = database()): Promise<Project[]> {
  const all = await withDatabase(db, (store) => store.getAll('projects'));
  return all.sort((a, b) => b.chosenAt - a.chosenAt);
}

/** The project the person works on now; undefined when they never named one or confirmed anything. */
export async function currentProject(db = database()): Promise<Project | undefined> {
  return (await readProjects(db))[0];
}

/** Puts a project in the place of the one of its name; the oldest beyond what is kept are forgotten. */
export function saveProject(project: Project, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('projects', 'readwrite');
    await writing.store.put(project);
    const newest = (await writing.store.getAll()).sort((a, b) => b.chosenAt - a.chosenAt);
    for (const { name } of newest.slice(MOST_PROJECTS)) await writing.store.delete(name);
    await writing.done;
  });
}

/** Forgets a project and what was confirmed for it. */
export function forgetProject(name: string, db = database()): Promise<void> {
  return withDatabase(db, (store) => store.delete('projects', name));
}
