/** What the person plans: projects with what was confirmed for them, and what is to be deleted when they are delivered. */
import { WORK_KINDS } from '../policy/types.ts';
import { type Project, TICKS } from '../store/types.ts';
import { isCount, isOneOf, isText, record, type Unknown } from './checks.ts';
import { MAX_NAME, MAX_PROJECT, MAX_SITES, MAX_URL } from './limits.ts';

/** Remind the person on that day (ms since 1970) to delete this project's files from these sites. */
export type Remind = { type: 'remind'; project: string; sites: string[]; dueAt: number };
/** This project is as follows, and it is the current one from now on. */
export type SaveProject = { type: 'save-project'; project: Omit<Project, 'chosenAt'> };
/** Forget the project of this name. */
export type ForgetProject = { type: 'forget-project'; name: string };

/** A wish to be reminded, rebuilt; null when it is not one. */
export function remind({ project, sites, dueAt }: Unknown): Remind | null {
  const fits =
    isText(project, MAX_PROJECT) &&
    isCount(dueAt) &&
    Array.isArray(sites) &&
    sites.length > 0 &&
    sites.length <= MAX_SITES &&
    sites.every((site) => isText(site, MAX_URL));
  return fits ? { type: 'remind', project, sites: [...sites], dueAt } : null;
}

/** A project, rebuilt; null when it is not one. */
export function saveProject(value: unknown): SaveProject | null {
  const { name, work, ticks } = record(value) ?? {};
  const kept = ticksOf(ticks);
  if (!isText(name, MAX_PROJECT) || !kept || (work !== undefined && !isOneOf(work, WORK_KINDS))) return null;
  return { type: 'save-project', project: { name, ...(work ? { work } : {}), ticks: kept } };
}

function ticksOf(value: unknown): Project['ticks'] | null {
  const sites = Object.entries(record(value) ?? {});
  const fits = ([site, ticks]: [string, unknown]) =>
    isText(site, MAX_NAME) &&
    Array.isArray(ticks) &&
    ticks.length <= TICKS.length &&
    ticks.every((tick) => isOneOf(tick, TICKS));
  if (!record(value) || sites.length > MAX_SITES || !sites.every(fits)) return null;
  return Object.fromEntries(sites.map(([site, ticks]) => [site, [...(ticks as Project['ticks'][string])]]));
}
