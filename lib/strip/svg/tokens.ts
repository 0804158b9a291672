import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';

/** One attribute as it is written, with the white space before it; `value` with its references. */
export type Attribute = { raw: string; name: string; value: string };
type Place = { start: number; end: number };
export type Token = Place &
  (
    | { kind: 'open'; name: string; attributes: Attribute[]; tail: string; isEmpty: boolean }
    | { kind: 'close'; name: string }
    | { kind: 'text' | 'cdata' | 'comment' | 'instruction' | 'doctype'; content: string }
  );

export const MALFORMED = say('drawing_damaged');
const OPEN = /<([^\s=<>"'/!?&]+)/y;
const ATTRIBUTE = /[ \t\r\n]+([^\s=<>"'/&]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const OPEN_END = /[ \t\r\n]*(\/?)>/y;
const CLOSE = /<\/([^\s=<>"'/!?&]+)[ \t\r\n]*>/y;
/** What starts with "<" and is no tag, by how it ends. */
const OTHERS = [
  { kind: 'comment', open: '<!--', close: '-->' },
  { kind: 'cdata', open: '<![CDATA[', close: ']]>' },
  { kind: 'instruction', open: '<?', close: '?>' },
] as const;

/** The tokens of an XML document (W3C XML 1.0, sections 2 and 3). Throws `Misfit` where it is not well-formed. */
export function* tokens(text: string): Generator<Token> {
  for (let start = 0; start < text.length; ) {
    const token = tokenAt(text, start);
    yield token;
    start = token.end;
  }
}

/** The token that starts at a place. Throws `Misfit` when none can. */
export function tokenAt(text: string, start: number): Token {
  return text[start] === '<' ? markup(text, start) : characters(text, start);
}

function characters(text: string, start: number): Token {
  const next = text.indexOf('<', start);
  const end = next < 0 ? text.length : next;
  return { kind: 'text', start, end, content: text.slice(start, end) };
}

function markup(text: string, start: number): Token {
  for (const { kind, open, close } of OTHERS) {
    if (!text.startsWith(open, start)) continue;
    const end = text.indexOf(close, start + open.length);
    if (end < 0) throw new Misfit(MALFORMED);
    return { kind, start, end: end + close.length, content: text.slice(start + open.length, end) };
  }
  if (text.startsWith('<!DOCTYPE', start)) return doctype(text, start);
  const close = match(CLOSE, text, start);
  if (close) return { kind: 'close', start, end: CLOSE.lastIndex, name: close[1] ?? '' };
  return tag(text, start);
}

function tag(text: string, start: number): Token {
  const open = match(OPEN, text, start);
  if (!open) throw new Misfit(MALFORMED);
  const attributes: Attribute[] = [];
  let at = OPEN.lastIndex;
  for (let found = match(ATTRIBUTE, text, at); found; found = match(ATTRIBUTE, text, at)) {
    attributes.push({ raw: found[0], name: found[1] ?? '', value: found[2] ?? found[3] ?? '' });
    at = ATTRIBUTE.lastIndex;
  }
  const end = match(OPEN_END, text, at);
  if (!end) throw new Misfit(MALFORMED);
  return {
    kind: 'open',
    start,
    end: OPEN_END.lastIndex,
    name: open[1] ?? '',
    attributes,
    tail: end[0],
    isEmpty: end[1] === '/',
  };
}

/** With the declarations within it, in which quotes and comments can hold any character. */
function doctype(text: string, start: number): Token {
  const piece = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[[\]>]/g;
  piece.lastIndex = start;
  let isInside = false;
  for (let found = piece.exec(text); found; found = piece.exec(text)) {
    if (found[0] === '[') isInside = true;
    if (found[0] === ']') isInside = false;
    if (found[0] === '>' && !isInside)
      return { kind: 'doctype', start, end: piece.lastIndex, content: text.slice(start, piece.lastIndex) };
  }
  throw new Misfit(MALFORMED);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
