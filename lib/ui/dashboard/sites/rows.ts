import { hostPermissions, isGuarded } from '../../../sites/index.ts';
import type { SiteCard } from '../../../sites/types.ts';
import type { Around } from '../around.ts';

/** How a site stands with the guard. `barred`: it would be guarded, but the browser does not let us in. */
export type Standing = 'guarded' | 'barred' | 'text-only' | 'retired' | 'lookalike';

export type SiteRow = { card: SiteCard; standing: Standing };

/** Every site of the catalogue with how it stands. */
export async function siteRows(
  cards: readonly SiteCard[],
  around: Pick<Around, 'hasAccess'>,
): Promise<SiteRow[]> {
  return Promise.all(cards.map(async (card) => ({ card, standing: await standingOf(card, around) })));
}

async function standingOf(card: SiteCard, around: Pick<Around, 'hasAccess'>): Promise<Standing> {
  if (card.status === 'retired' || card.status === 'lookalike') return card.status;
  if (!isGuarded(card)) return 'text-only';
  return (await around.hasAccess(hostPermissions([card]))) ? 'guarded' : 'barred';
}

/** Which sites are shown: all, those that are guarded, or those that a person is warned of. */
export const SHOWN = ['all', 'guarded', 'warned'] as const;
export type Shown = (typeof SHOWN)[number];

/** Does the site belong to what is shown, and does its name, vendor or address contain what was typed? */
export function fits({ card, standing }: SiteRow, shown: Shown, typed: string): boolean {
  return belongs(standing, shown) && contains(card, typed);
}

function belongs(standing: Standing, shown: Shown): boolean {
  if (shown === 'all') return true;
  const isWarnedOf = standing === 'lookalike' || standing === 'retired';
  return shown === 'warned' ? isWarnedOf : standing === 'guarded' || standing === 'barred';
}

function contains({ name, vendor = '', pages }: SiteCard, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  const texts = [name, vendor, ...pages.map(({ pattern }) => pattern)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
