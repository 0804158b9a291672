import { type CssToken, cssTokens } from './css-tokens.ts';
import { ATTRIBUTES, ELEMENTS, HTML_ELEMENTS } from './names.ts';
import { isKnownWord, isQuantity } from './vocabulary.ts';
import type { WornNames } from './worn-names.ts';

/** What becomes of names. */
type Names = Pick<WornNames, 'selected' | 'part' | 'stranger'>;

/** A range of a style sheet and what stands there instead. */
export type Change = { start: number; end: number; fresh: string };

const ANY: Names = { selected: (_, name) => name, part: (text) => text, stranger: (name) => name };
const MARKS = new Set([...'.:,>+~*|&()[]=^$']);

/**
 * The changes after which the selectors of a rule (Selectors 4) name nothing that the drawing has not: a name that nobody wears stands for
 * nothing, and so does the one in its place. Null when they are none; browsers pass over the rule then.
 */
export function cleanSelector(css: string, start: number, end: number, worn: WornNames): Change[] | null {
  // A rule that browsers pass over uses no name.
  return changesIn(css, start, end, ANY) && changesIn(css, start, end, worn);
}

function changesIn(css: string, start: number, end: number, names: Names): Change[] | null {
  const changes: Change[] = [];
  let before = '';
  let isInBrackets = false;
  let isValue = false;
  for (const token of cssTokens(css, start, end)) {
    const { kind, text } = token;
    if (kind === 'comment') changes.push({ ...placeOf(token), fresh: ' ' });
    if (text === '[' || text === ']') isInBrackets = text === '[';
    if (text === '[' || text === '=') isValue = text === '=';
    const fresh = isInBrackets ? inBrackets(token, isValue, names) : outside(token, before, names);
    if (fresh === null) return null;
    if (fresh !== text) changes.push({ ...placeOf(token), fresh });
    before = text;
  }
  return before === '.' || before === ':' ? null : changes;
}

function placeOf({ start, end }: CssToken): { start: number; end: number } {
  return { start, end };
}

/** What a token becomes; null where it cannot stand. */
function outside({ kind, text }: CssToken, before: string, names: Names): string | null {
  const isAwaited = before === '.' || before === ':';
  if (isAwaited && kind !== 'name' && kind !== 'function' && text !== ':') return null;
  switch (kind) {
    case 'name':
      if (before === '.') return names.selected('class', text);
      if (before === ':') return isKnownWord(text) ? text : null;
      return isElement(text) ? text : names.stranger(text);
    case 'function':
      return before === ':' && isKnownWord(text.slice(0, -1)) ? text : null;
    case 'hash':
      return `#${names.selected('id', text.slice(1))}`;
    case 'number':
      return isQuantity(text) ? text : null;
    case 'mark':
      return MARKS.has(text) ? text : null;
    default:
      return kind === 'space' || kind === 'comment' ? text : null;
  }
}

function inBrackets({ kind, text }: CssToken, isValue: boolean, names: Names): string | null {
  if (kind === 'name' && !isValue)
    return ATTRIBUTES.has(text) || /^(?:id|class|href|xlink)$/.test(text) ? text : names.stranger(text);
  if (kind === 'name') return isKnownWord(text) || /^[is]$/i.test(text) ? text : names.part(text);
  if (kind === 'string') {
    const value = text.slice(1, text.length > 1 && text.endsWith(text.charAt(0)) ? -1 : undefined);
    const part = isKnownWord(value) || isQuantity(value) ? value : names.part(value);
    return part === value ? text : `"${part}"`;
  }
  return MARKS.has(text) || kind === 'space' || kind === 'comment' ? text : null;
}

function isElement(name: string): boolean {
  return ELEMENTS.has(name) || HTML_ELEMENTS.has(name);
}
