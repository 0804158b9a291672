import { words } from '../words.ts';
import { type Change, cleanSelector } from './css-selector.ts';
import { type CssItem, cssItems, cssTokens } from './css-tokens.ts';
import { isCustomName, isValue } from './css-value.ts';
import { cleanLink, type Report } from './links.ts';
import { isKnownWord } from './vocabulary.ts';
import type { WornNames } from './worn-names.ts';

/*
 * What happens to each part of a style sheet (CSS Syntax 3):
 * - rules and declarations that are made of words of CSS, numbers, colours and the drawing's own names: kept as they are written
 * - links: those to places in the drawing stay, pictures and fonts written into it are cleaned, others go
 * - names that no element wears: become one that says nothing
 * - anything else, comments among it: goes as far as browsers would pass over it
 */

/** Escaped letters could hide a name from a search; here and everywhere they mean the letter itself (CSS Syntax 3, section 4.3.7). */
const ESCAPES = /\\(?:0{0,4}([46][1-9a-f]|[57][\da])(?![\da-f])[ \t\r\n\f]?|([g-z])|[\s\S])/gi;
/** Rules within rules within rules. Nobody goes deeper, and each step is read once more. */
const DEEPEST = 3;
/** Findings of one sheet. */
const MOST_TOLD = 20;
const DECLARATION = /^([\w-]+)[ \t\r\n\f]*:/;
const GROUPS = /^@(?:media|supports)$/i;
/** What names something elsewhere. */
const LINKS = /^@(?:import|charset|namespace)\b/i;
const KEY_FRAMES = /^@(?:-webkit-)?keyframes$/i;
const KEY_FRAMES_NAME = /^@(?:-webkit-)?keyframes\s+[\w\u0080-\uffff-]{1,60}\s*$/i;

/** What style rules are looked at with. Without `worn` there are no selectors. */
type Sheet = {
  css: string;
  report: Report;
  worn?: WornNames;
  changes: Change[];
  told: number;
  /** Neither links nor comments are in it. */
  isPlain: boolean;
};

/** A style element's rules. Links to places in the drawing and cleaned pictures stay. */
export async function cleanRules(css: string, report: Report, worn: WornNames): Promise<string> {
  const sheet = sheetOf(css, report, worn);
  await cleanItems(sheet, 0, sheet.css.length, false, 0);
  return changed(sheet);
}

/** A style attribute's declarations. */
export async function cleanDeclarations(css: string, report: Report): Promise<string> {
  const sheet = sheetOf(css, report);
  await cleanItems(sheet, 0, sheet.css.length, true, 0);
  return changed(sheet);
}

/** The value of a property; null when it says something else. */
export async function cleanCssValue(css: string, property: string, report: Report): Promise<string | null> {
  const sheet = sheetOf(css, report);
  return (await cleanValue(sheet, 0, sheet.css.length, property)) ? changed(sheet) : null;
}

function sheetOf(css: string, report: Report, worn?: WornNames): Sheet {
  const plain = !css.includes('\\')
    ? css
    : css.replaceAll(ESCAPES, (whole, hex, letter) =>
        hex === undefined ? (letter ?? whole) : String.fromCharCode(Number.parseInt(hex, 16)),
      );
  return { css: plain, report, worn, changes: [], told: 0, isPlain: !/url\(|\/\*/i.test(plain) };
}

function changed({ css, changes }: Sheet): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, fresh } of changes) {
    pieces.push(css.slice(at, start), fresh);
    at = end;
  }
  return pieces.join('') + css.slice(at);
}

async function cleanItems(
  sheet: Sheet,
  start: number,
  end: number,
  isBlock: boolean,
  depth: number,
): Promise<void> {
  for (const item of cssItems(sheet.css, start, end, isBlock)) {
    const before = sheet.changes.length;
    if (await fits(sheet, item, depth)) continue;
    sheet.changes.length = before;
    drop(sheet, item);
  }
}

/** Does an item stay? Its parts that do not are noted as changes. */
async function fits(sheet: Sheet, item: CssItem, depth: number): Promise<boolean> {
  if (item.first.kind === 'comment' || depth > DEEPEST) return false;
  if (item.first.kind === 'at') return isKnownRule(sheet, item, depth);
  if (!item.block) return isDeclaration(sheet, item);
  const { block } = item;
  const selector = sheet.worn && cleanSelector(sheet.css, item.start, block.start - 1, sheet.worn);
  if (!selector) return false;
  for (const change of selector) sheet.changes.push(change);
  await cleanItems(sheet, block.start, block.end, true, depth + 1);
  return true;
}

async function isDeclaration(sheet: Sheet, { start, end }: CssItem): Promise<boolean> {
  const [head = '', property = ''] =
    DECLARATION.exec(sheet.css.slice(start, Math.min(end, start + 200))) ?? [];
  const isKnown = isCustomName(property) || (isKnownWord(property) && !/^-inkscape-/i.test(property));
  return isKnown && cleanValue(sheet, start + head.length, end, property);
}

/** Rules for some screens only, fonts, and the steps of animations. */
async function isKnownRule(sheet: Sheet, { first, start, block }: CssItem, depth: number): Promise<boolean> {
  if (!block) return false;
  const isFont = first.text.toLowerCase() === '@font-face';
  if (KEY_FRAMES.test(first.text)) {
    if (!KEY_FRAMES_NAME.test(sheet.css.slice(start, block.start - 1))) return false;
  } else if (!isFont && !GROUPS.test(first.text)) return false;
  else if (!(await cleanValue(sheet, first.end, block.start - 1, ''))) return false;
  await cleanItems(sheet, block.start, block.end, isFont, depth + 1);
  return true;
}

async function cleanValue(sheet: Sheet, start: number, end: number, property: string): Promise<boolean> {
  if (!isValue(sheet.css, [start, end], property, sheet.report.animations)) return false;
  if (sheet.isPlain) return true;
  for (const token of cssTokens(sheet.css, start, end)) {
    if (token.kind === 'comment') drop(sheet, { ...token, first: token });
    if (token.kind !== 'url') continue;
    const fresh = await cleanUrl(token.text, sheet);
    if (fresh !== token.text) sheet.changes.push({ start: token.start, end: token.end, fresh });
  }
  return true;
}

/** Takes an item out, and tells it. */
function drop(sheet: Sheet, { first, start, end }: CssItem): void {
  const isComment = first.kind === 'comment';
  sheet.changes.push({ start, end, fresh: isComment ? ' ' : '' });
  if (sheet.told++ >= MOST_TOLD) return;
  const text = sheet.css.slice(start, Math.min(end, start + 1_000));
  const value = words(isComment ? text.replaceAll(/^\/\*|\*\/$/g, '') : text) || undefined;
  const kind = isComment ? 'comment' : LINKS.test(text) ? 'path' : 'other';
  sheet.report.findings.push({ kind, where: 'SVG style', value });
}

async function cleanUrl(piece: string, { report, worn }: Sheet): Promise<string> {
  const link = piece
    .slice(4, piece.endsWith(')') ? -1 : undefined)
    .trim()
    .replaceAll(/^["']|["']$/g, '');
  const clean = await cleanLink(link, true, report);
  if (clean === null) return 'url(#)';
  const isWorn = !worn || !clean.startsWith('#') || worn.place(clean.slice(1)) === clean.slice(1);
  if (!isWorn) return `url(#${worn.nobody})`;
  return clean === link ? piece : `url("${clean}")`;
}
