/** `text` is what is written there. */
export type CssToken = { kind: CssKind; start: number; end: number; text: string };
type CssKind = (typeof KINDS)[number][0];

const LETTERS = String.raw`[\w\u0080-\uffff-]`;
const NAME = String.raw`(?:--|-?(?:[a-z_\u0080-\uffff]|\\[^\n]))${LETTERS}*(?:\\[^\n]${LETTERS}*)*`;

/** In the order in which they are tried. Strings and links end where the text does, at the latest. */
const KINDS = [
  ['space', String.raw`[ \t\r\n\f]+|<!--|-->`],
  ['comment', String.raw`/\*[\s\S]*?(?:\*/|$)`],
  [
    'string',
    String.raw`"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*(?:"|\n|\\?$)|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*(?:'|\n|\\?$)`,
  ],
  ['url', String.raw`url\(\s*(?:"[^"]*"?|'[^']*'?|[^)]*)\s*\)?`],
  ['range', String.raw`u\+[\da-f?]+(?:-[\da-f]+)?`],
  ['number', String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?(?:%|${NAME})?`],
  ['function', String.raw`${NAME}\(`],
  ['name', NAME],
  ['at', `@${NAME}`],
  ['hash', String.raw`#(?:${LETTERS}|\\[^\n])+`],
  ['mark', String.raw`[\s\S]`],
] as const;
const PATTERN = new RegExp(KINDS.map(([, pattern]) => `(${pattern})`).join('|'), 'giy');

/** They begin nothing that is longer: most of a style sheet that is none need not be searched for names. */
const MARKS = '(){}[];,:=!*&^$%|~>?';

/** The tokens of a range of a style sheet (CSS Syntax 3, section 4). The range begins and ends between two of them. */
export function* cssTokens(css: string, start: number, end: number): Generator<CssToken> {
  for (let at = start; at < end; ) {
    const token = cssToken(css, at);
    yield token;
    at = token.end;
  }
}

function cssToken(css: string, start: number): CssToken {
  const mark = css.charAt(start);
  if (MARKS.includes(mark)) return { kind: 'mark', start, end: start + 1, text: mark };
  PATTERN.lastIndex = start;
  const found = PATTERN.exec(css);
  let group = 1;
  while (found && found[group] === undefined) group++;
  const text = found?.[0] ?? mark;
  return { kind: KINDS[group - 1]?.[0] ?? 'mark', start, end: start + text.length, text };
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What closes the block that a token opens; undefined for one that opens none. */
export function closerOf({ kind, text }: CssToken): string | undefined {
  return kind === 'function' ? ')' : kind === 'mark' ? CLOSERS[text] : undefined;
}

/** A rule, a declaration or a comment, by its place. `block`: where what stands in its braces begins and ends. */
export type CssItem = {
  first: CssToken;
  start: number;
  end: number;
  block?: { start: number; end: number };
};

/**
 * The items of a range, each as far as browsers take it to reach, broken or not (CSS Syntax 3, sections 5.5.2 to 5.5.5). `isBlock`: the range
 * stands within braces, or is an attribute.
 */
export function* cssItems(css: string, start: number, end: number, isBlock: boolean): Generator<CssItem> {
  let item: CssItem | undefined;
  const closers: string[] = [];
  for (const token of cssTokens(css, start, end)) {
    if (!item) {
      if (token.kind === 'space' || (isBlock && token.text === ';')) continue;
      item = { first: token, start: token.start, end: token.end };
    }
    item.end = token.end;
    const isOver = item.first.kind === 'comment' || goOn(item, token, closers, isBlock);
    if (!isOver) continue;
    yield item;
    item = undefined;
  }
  if (!item) return;
  if (item.block) item.block.end = end;
  yield item;
}

/** Takes up a token of an item, and says whether it is the last one. */
function goOn(item: CssItem, token: CssToken, closers: string[], isBlock: boolean): boolean {
  const closer = closerOf(token);
  if (closers.length === 0 && token.text === ';') return isBlock || item.first.kind === 'at';
  const isCustom = isBlock && item.first.text.startsWith('--');
  const isBrace = closers.length === 0 && token.text === '{' && !isCustom;
  if (isBrace) item.block = { start: token.end, end: token.end };
  if (closer) closers.push(closer);
  else if (token.text === closers.at(-1)) closers.pop();
  if (closers.length > 0 || token.text !== '}' || !item.block) return false;
  item.block.end = token.start;
  return true;
}
