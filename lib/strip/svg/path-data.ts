/** How many numbers follow each command (SVG 2, section 9.3.9). */
const NUMBERS: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};
const SPACE = /[ \t\r\n\f]*/y;
const COMMA = /[ \t\r\n\f]*,?/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const FLAG = /[01]/y;
/** Places of the two flags of an arc among its numbers. */
const FLAGS = [3, 4];

/** How far a path can be read: behind the last part of it that is whole. Browsers draw it up to there, whatever follows (SVG 2, section 9.5.4). */
export function readablePath(path: string): number {
  let command = '';
  let readable = 0;
  for (let at = past(SPACE, path, 0); at < path.length; at = past(SPACE, path, readable)) {
    const letter = path[at]?.toLowerCase() ?? '';
    const isNew = letter in NUMBERS;
    if (isNew) command = command === '' && letter !== 'm' ? '' : letter;
    const count = NUMBERS[command];
    if (count === undefined || (!isNew && count === 0)) return readable;
    const end = pastNumbers(path, isNew ? at + 1 : past(COMMA, path, readable), command, count);
    if (end < 0) return readable;
    readable = end;
  }
  return path.length;
}

/** Behind the numbers of one part, -1 where one is missing. */
function pastNumbers(path: string, start: number, command: string, count: number): number {
  let at = start;
  for (let i = 0; i < count; i++) {
    const from = past(SPACE, path, i === 0 ? at : past(COMMA, path, at));
    at = past(command === 'a' && FLAGS.includes(i) ? FLAG : NUMBER, path, from);
    if (at === from) return -1;
  }
  return at;
}

/** Behind what a pattern, a sticky one, finds at a place. */
export function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
