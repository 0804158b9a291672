import { type CssToken, closerOf, cssTokens } from './css-tokens.ts';
import { readablePath } from './path-data.ts';
import { isKnownWord, isQuantity } from './vocabulary.ts';

/** What a value is for: its property, the function that the token stands in, and the names of the drawing's own animations. */
type Place = { property: string; within: string; animations: ReadonlySet<string> };

/** What may stand between words and numbers. */
const MARKS = new Set([...',/*+-():;<>=!']);
const COLOUR = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
/** With its quotes, or with nothing in it that needs them (CSS Syntax 3, section 4.3.6). */
const URL_TOKEN = /^url\(\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'(]*)\s*\)?$/i;
/** They fetch, or make text of what is not drawn. */
const NO_FUNCTIONS = /^(?:(?:-webkit-)?image-set|image|src|attr|element|paint)$/i;
/** Fonts have names of their own: letters, digits, blanks, and no sign that a path has. */
const FONT = /^[\p{L}\p{N} ._&+,'()-]{1,80}$/u;
const FONT_PROPERTY = /(?:^|-)font(?:-family)?$/i;
/** Names of features and axes of fonts are four letters or digits long (CSS Fonts 4, sections 6.12 and 7.1). */
const FEATURE_PROPERTY = /^font-(?:feature|variation)-settings$/i;
const CUSTOM = /^--[\w-]{1,60}$/;

/**
 * Does a range of a style sheet say nothing but what a value of this property can say? Links and comments do; they are looked at apart.
 * `animations`: names that are given to key frames somewhere in the drawing.
 */
export function isValue(
  css: string,
  [start, end]: readonly [start: number, end: number],
  property: string,
  animations: ReadonlySet<string>,
): boolean {
  const functions: string[] = [];
  for (const token of cssTokens(css, start, end)) {
    if (!fits(token, { property, within: functions.at(-1) ?? '', animations })) return false;
    if (closerOf(token)) functions.push(token.text.slice(0, -1).toLowerCase());
    else if (token.text === ')') functions.pop();
  }
  return true;
}

function fits({ kind, text }: CssToken, place: Place): boolean {
  switch (kind) {
    case 'number':
      return isQuantity(text);
    case 'name':
      return isKnownWord(text) || isOwnName(text, place);
    case 'function':
      return isKnownWord(text.slice(0, -1)) && !NO_FUNCTIONS.test(text.slice(0, -1));
    case 'string':
      return text.length > 1 && text.endsWith(text.charAt(0)) && isText(text.slice(1, -1), place);
    case 'hash':
      return COLOUR.test(text);
    case 'url':
      return URL_TOKEN.test(text);
    case 'mark':
      return MARKS.has(text);
    default:
      return kind !== 'at';
  }
}

function isOwnName(name: string, { property, within, animations }: Place): boolean {
  if (within === 'var') return isCustomName(name);
  if (FONT_PROPERTY.test(property) || within === 'local') return FONT.test(name);
  return /^(?:-webkit-)?animation(?:-name)?$/i.test(property) && animations.has(name);
}

function isText(text: string, { property, within }: Place): boolean {
  if (within === 'path') return readablePath(text) === text.length;
  if (FONT_PROPERTY.test(property) || within === 'local') return FONT.test(text);
  if (FEATURE_PROPERTY.test(property)) return /^[A-Za-z\d]{4}$/.test(text);
  return isKnownWord(text);
}

/** The name of a property of the drawing's own (CSS Custom Properties 1). */
export function isCustomName(name: string): boolean {
  return CUSTOM.test(name);
}
