import { MAX_PROJECT } from '../../messages/limits.ts';
import { WORK_KINDS } from '../../policy/types.ts';
import { type AddedSite, originToAdd } from '../../sites/added.ts';
import { byName, count, list, maybe, oneOf, record, type Shape, text } from '../shape.ts';
import { type Project, type Reminder, TICKS } from '../types.ts';

const MOST_ADDED = 1_000;
const MOST_REMINDERS = 10_000;
const MOST_PROJECTS = 1_000;
const MOST_SITES = 1_000;
/** The id of a site; that of an added one holds its origin. */
const site = text(300);
const project = text(MAX_PROJECT);

/** What the person made themselves: sites they added, what they are to delete and when, and their projects with what was confirmed. */
export type Own = { added: AddedSite[]; reminders: Reminder[]; projects: Project[] };

/** Scheme and host, as they are stored, and nothing else. */
const origin: Shape<string> = (value) => {
  const given = text(270)(value);
  return oneOf(originToAdd(given) === given ? [given] : [])(given);
};

const added = list(record<AddedSite>({ origin, addedAt: count }), MOST_ADDED);

const reminders = list(
  record<Omit<Reminder, 'id'>>({ site, project, dueAt: count, madeAt: count, doneAt: maybe(count) }),
  MOST_REMINDERS,
);

const projects = list(
  record<Project>({
    name: project,
    work: maybe(oneOf(WORK_KINDS)),
    chosenAt: count,
    ticks: byName(list(oneOf(TICKS), TICKS.length), MOST_SITES),
  }),
  MOST_PROJECTS,
);

/** The first backups had none of these. */
const orNone =
  <T>(shape: Shape<T[]>): Shape<T[]> =>
  (value) =>
    value === undefined ? [] : shape(value);

export const OWN: { [Part in keyof Own]: Shape<Own[Part]> } = {
  added: orNone(added),
  reminders: orNone(reminders),
  projects: orNone(projects),
};
