import type { Draft } from './flatten.ts';
import { POLICY_NAME } from './judge.ts';

const SHORTEST_PROSE = 70;
/** Short lines kept before the first paragraph where there is no title: a date, a name. */
const EDGE = 8;
/** This many links among so many lines are a menu. */
const MENU_LINKS = 3;
const MENU_LINES = 4;
/** A title with more prose than this share above it does not begin the document. */
const ABOVE_TITLE = 0.15;

/**
 * Cuts what stands before the document's title and the menus that follow its last paragraph, where the page does not
 * mark them as such. Short lines at the end stay: definitions, addresses, signatures.
 */
export function trimEdges(drafts: Draft[]): Draft[] {
  const first = drafts.findIndex(isProse);
  const last = drafts.findLastIndex(isProse);
  if (first < 0) return drafts;
  let end = last + 1;
  while (end < drafts.length && !startsMenu(drafts, end)) end++;
  while (end > last + 1 && isLink(drafts[end - 1])) end--;
  return [...withoutMenus(drafts.slice(startOf(drafts, first), first)), ...drafts.slice(first, end)];
}

/** Under the title often stands a list of the site's other documents. */
function withoutMenus(lead: Draft[]): Draft[] {
  const links = (from: number) => {
    let at = from;
    while (isLink(lead[at])) at++;
    return at - from;
  };
  const kept: Draft[] = [];
  for (let at = 0; at < lead.length; at++) {
    const run = links(at);
    if (run >= MENU_LINKS) at += run - 1;
    else kept.push(...lead.slice(at, at + 1));
  }
  return kept;
}

function startsMenu(drafts: Draft[], at: number): boolean {
  return drafts.slice(at, at + MENU_LINES).filter(isLink).length >= MENU_LINKS;
}

function startOf(drafts: Draft[], first: number): number {
  const title = titleOf(drafts);
  if (title >= 0) return beforeTitle(drafts, title);
  let start = first;
  while (start > 0 && start > first - EDGE && !isLink(drafts[start - 1])) start--;
  return start;
}

/** A date or version may stand right above the title. */
function beforeTitle(drafts: Draft[], title: number): number {
  return /\b(?:19|20)\d\d\b/.test(drafts[title - 1]?.block.text ?? '') ? title - 1 : title;
}

function titleOf(drafts: Draft[]): number {
  const total = prose(drafts);
  const begins = (at: number) => prose(drafts.slice(0, at)) <= total * ABOVE_TITLE;
  const named = drafts.findIndex(
    ({ block }) => block.kind === 'heading' && block.level <= 2 && POLICY_NAME.test(block.text),
  );
  if (named >= 0 && begins(named)) return named;
  const h1 = drafts.findIndex(({ block }) => block.kind === 'heading' && block.level === 1);
  return h1 >= 0 && begins(h1) ? h1 : -1;
}

function prose(drafts: Draft[]): number {
  return drafts.reduce((sum, draft) => sum + (isProse(draft) ? draft.block.text.length : 0), 0);
}

export function isProse({ block, linked }: Draft): boolean {
  return block.text.length >= SHORTEST_PROSE && linked * 2 < block.text.length;
}

export function isLink(draft: Draft | undefined): boolean {
  return draft !== undefined && draft.linked * 2 >= draft.block.text.length;
}
