import { languageTag, type MessageKey, t } from '../i18n.ts';
import type { DocumentKind, FlagHit, PolicyChange } from '../policy/types.ts';
import { siteById } from '../sites/index.ts';
import type { StoredChange } from '../store/types.ts';
import { dateOfDay } from '../ui/words/dates.ts';

/** What a headline is made of: it is put together when it is shown, in the person's language of that day. */
export type News = Pick<StoredChange, 'site' | 'kind' | 'change' | 'backTo'>;

const CHANGED = { privacy: 'watch_changed_privacy', terms: 'watch_changed_terms' } as const;
const SILENTLY = { privacy: 'watch_silently_privacy', terms: 'watch_silently_terms' } as const;
const BACK = { privacy: 'watch_back_privacy', terms: 'watch_back_terms' } as const;

/**
 * A change in one plain line, the worst thing first: "Meshy: now trains AI on your uploads". A new red flag counts as worst, then
 * a green one that is gone; good news and changes that no rule knows come last.
 *
 * @param titleOf the title of a flag, in the language of the headline
 */
export function headlineOf({ site, kind, change, backTo }: News, titleOf: (flag: string) => string): string {
  const name = siteById(site)?.name ?? site;
  const worst = bySeverity(change)[0];
  if (!worst) return backTo ? t(BACK[kind], name, dateOfDay(backTo)) : t(whatOf(kind, change), name);
  const title = titleOf(worst.hit.flag);
  const news = worst.gained ? t('watch_now', name, asClause(title)) : t('watch_took_back', name, title);
  return backTo ? t('watch_and_back', news, dateOfDay(backTo)) : news;
}

function whatOf(kind: DocumentKind, { announced }: PolicyChange): MessageKey {
  return announced ? CHANGED[kind] : SILENTLY[kind];
}

/** How bad a change is for the person: for putting the worst of several first. Higher is worse; good news is below zero. */
export function severityOf(change: PolicyChange): number {
  return bySeverity(change)[0]?.severity ?? 0;
}

type Move = { hit: FlagHit; gained: boolean; severity: number };

function bySeverity({ flagsGained, flagsLost }: PolicyChange): Move[] {
  const gained = flagsGained.map((hit) => ({ hit, gained: true, severity: severity(hit, true) }));
  const lost = flagsLost.map((hit) => ({ hit, gained: false, severity: severity(hit, false) }));
  return [...gained, ...lost].sort((a, b) => b.severity - a.severity);
}

/** Red gained 100 and its weight, green lost 50 and its weight; green gained and red lost are good news. */
function severity({ colour, weight }: FlagHit, gained: boolean): number {
  if (gained) return colour === 'red' ? 100 + weight : weight - 50;
  return colour === 'green' ? 50 + weight : weight - 100;
}

/** "Sells your data" and "You cannot ..." as they stand inside an English sentence; "AI models ..." stays as it is. */
function asClause(title: string): string {
  const isLowered = languageTag().startsWith('en') && /^\p{Lu}\p{Ll}/u.test(title);
  return isLowered ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
