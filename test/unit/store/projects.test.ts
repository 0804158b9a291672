import { beforeEach, expect, test } from 'vitest';
import { currentProject, forgetProject, readProjects, saveProject } from '../../../lib/store/projects.ts';
import { freshDatabase } from './help.ts';

let db: ReturnType<typeof freshDatabase>;
beforeEach(() => {
  db = freshDatabase();
});

const project = (name: string, chosenAt: number) => ({ name, chosenAt, ticks: {} });

test('the project chosen last is the current one; none is, where none was', async () => {
  expect(await currentProject(db)).toBeUndefined();
  await saveProject(project('Dragon', 1), db);
  await saveProject({ ...project('Castle', 2), work: 'client', ticks: { meshy: ['own'] } }, db);
  expect(await currentProject(db)).toMatchObject({
    name: 'Castle',
    work: 'client',
    ticks: { meshy: ['own'] },
  });
  await saveProject(project('Dragon', 3), db);
  expect((await readProjects(db)).map(({ name }) => name)).toEqual(['Dragon', 'Castle']);
});

test('a project can be forgotten, and the oldest are beyond two hundred', async () => {
  for (let at = 1; at <= 201; at++) await saveProject(project(`No ${at}`, at), db);
  const kept = await readProjects(db);
  expect(kept).toHaveLength(200);
  expect(kept.at(-1)?.name).toBe('No 2');
  await forgetProject('No 201', db);
  expect((await currentProject(db))?.name).toBe('No 200');
});
