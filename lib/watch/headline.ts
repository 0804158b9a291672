import type { FlagHit, PolicyChange } from '../policy/types.ts';
import type { Site } from '../sites/types.ts';
import type { DocumentState } from '../store/types.ts';
import { dateOfDay } from '../ui/words/dates.ts';

const NAMES = { privacy: 'privacy policy', terms: 'terms of use' } as const;

/**
 * A change in one plain line, the worst thing first: "Meshy: now trains AI on your uploads". A new red flag counts as worst, then
 * a green one that is gone; good news and changes that no rule knows come last. `backTo` is the date (ISO) of the earlier version
 * whose text is back.
 */
export function headlineOf(
  site: Site,
  { kind }: Pick<DocumentState, 'kind'>,
  change: PolicyChange,
  titleOf: (flag: string) => string,
  backTo?: string,
): string {
  const worst = bySeverity(change)[0];
  const back = backTo && `back to its text of ${dateOfDay(backTo)}`;
  if (!worst) {
    const what = back ? `is ${back}` : `changed${announcement(change)}`;
    return `${site.name}: the ${NAMES[kind]} ${what}`;
  }
  const title = titleOf(worst.hit.flag);
  const news = worst.gained ? `${site.name}: now ${asClause(title)}` : `${site.name} took back: “${title}”`;
  return back ? `${news} (${back})` : news;
}

/** How bad a change is for the person: for putting the worst of several first. Higher is worse; good news is below zero. */
export function severityOf(change: PolicyChange): number {
  return bySeverity(change)[0]?.severity ?? 0;
}

type News = { hit: FlagHit; gained: boolean; severity: number };

function bySeverity({ flagsGained, flagsLost }: PolicyChange): News[] {
  const gained = flagsGained.map((hit) => ({ hit, gained: true, severity: severity(hit, true) }));
  const lost = flagsLost.map((hit) => ({ hit, gained: false, severity: severity(hit, false) }));
  return [...gained, ...lost].sort((a, b) => b.severity - a.severity);
}

/** Red gained 100 and its weight, green lost 50 and its weight; green gained and red lost are good news. */
function severity({ colour, weight }: FlagHit, gained: boolean): number {
  if (gained) return colour === 'red' ? 100 + weight : weight - 50;
  return colour === 'green' ? 50 + weight : weight - 100;
}

function announcement({ announced }: PolicyChange): string {
  return announced ? '' : ', and its own date did not';
}

/** "Sells your data" and "You cannot ..." as they stand inside a sentence; "AI models ..." stays as it is. */
function asClause(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
