// FBX as text, versions 6 and 7 (Autodesk)

import { fromLatin1, guessText, latin1 } from '../bytes.ts';
import { type Container, hopeless, MODEL_TRUNCATED, refused, type Step, unfit } from '../container.ts';
import { type Fresh, type LineRules, walkLines } from '../lines.ts';
import { byteNoteFinding } from '../notes.ts';
import { NUMERIC } from '../numbers.ts';
import { say } from '../sentences.ts';
import { headLines } from '../text-head.ts';
import type { Finding } from '../types.ts';
import { isCutShort } from './properties.ts';
import { freshNumber, freshText, isNeeded, isTooOld } from './rules.ts';

type Tell = (finding: Finding) => void;
/** `path`: the names of the open nodes. `hidden`: how many of them are in one that goes, itself among them. */
type Walk = { path: string[]; hidden: number; hasPicture: boolean; isDamaged: boolean; isOld: boolean };

/** The only comment that readers want: what the file is. */
const TITLE = /^; FBX \d+\.\d+\.\d+ project file\s*$/;
const NODE = /^\s*([\w|.-]+)\s*:(.*)$/s;
/**
 * Most programs write each on a line of its own, some a node and what is in it on one. A brace ends the head of a node or stands alone; else a
 * name with a colon begins the next.
 */
const STATEMENT = /\s*(?:\}|(?:[\w|.-]+\s*:)?(?:[^"{}\s]|"[^"]*"|\s+(?![\w|.-]+\s*:)(?=[^\s}]))*\s*\{?)\s*/g;
const STRING = /^\s*"([^"]*)"\s*$/;
/** A number, a switch, or how many numbers follow. */
const PLAIN = /^\s*(?:[-+]?[\d.][\d.eE+-]*|[-+]?(?:nan|inf)|[A-Za-z]{1,3}|\*\d+)?\s*$/;
const [COMMA, COLON] = [44, 58];
const LONGEST_NAME = 64;
/** In characters: nodes with arrays in longer lines stand on lines of their own. */
const LONGEST_MIXED = 4_194_304;
const DEEPEST = 64;
const NAME = /^\s*\w*:?$/;

export const asciiFbx: Container = {
  format: 'fbx',
  recognize: (head, size) =>
    headLines(head, size)?.some((line) => TITLE.test(line) || /^FBXHeaderExtension:\s*\{/.test(line)) ===
    true,
  walk,
};

/** Reads the file once, in windows. */
async function* walk(file: Blob): AsyncGenerator<Step> {
  const state: Walk = { path: [], hidden: 0, hasPicture: false, isDamaged: false, isOld: false };
  yield* walkLines(file, rulesWith(state));
  if (state.isOld) yield unfit(say('a_old_fbx'));
  if (state.hasPicture) yield refused(say('model_text_pictures'));
  if (state.isDamaged) yield hopeless(say('text_senseless'));
  if (state.path.length > 0) yield hopeless(MODEL_TRUNCATED);
}

function rulesWith(state: Walk): LineRules {
  return {
    isPlain: (bytes, start, end) => isPlain(bytes, start, end, state),
    change: (line, tell) => change(line, tell, state),
  };
}

/** Most of a file: numbers with commas between them, and among the objects a name before them. */
function isPlain(bytes: Uint8Array, start: number, end: number, { path, hidden }: Walk): boolean {
  if (hidden > 0) return false;
  const colon =
    path[0] === 'Objects' ? bytes.subarray(start, Math.min(start + LONGEST_NAME, end)).indexOf(COLON) : -1;
  for (let at = start + colon + 1; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== COMMA && NUMERIC[byte] === 0) return false;
  }
  return NAME.test(latin1(bytes, start, start + colon + 1));
}

function change(line: string, tell: Tell, state: Walk): Fresh {
  if (TITLE.test(line)) {
    state.isOld ||= isTooOld(1000 * Number(/\d+/.exec(line)?.[0]));
    return undefined;
  }
  const code = withoutComment(line);
  if (code !== line) tell(byteNoteFinding('FBX comment', line.slice(code.length + 1)));
  const parts = statementsIn(code);
  if (parts.length < 2) return statement(line, code, tell, state);
  const fresh = parts.map((part) => statement(part, part, tell, state));
  if (fresh.every((part, i) => part?.trim() === parts[i]?.trim())) return code;
  const kept = fresh.flatMap((part) => (part === null || part === undefined ? [] : [part.trimEnd()]));
  return kept.length > 0 ? kept.join(' ') : null;
}

/** The statements of a line; none when they are not all of it. */
function statementsIn(code: string): string[] {
  const parts = code.length > LONGEST_MIXED ? [] : (code.match(STATEMENT) ?? []);
  return parts.join('') === code ? parts.filter((part) => part !== '') : [];
}

/** What becomes of a part of a line, or of `code`, a whole `line` without its comment. */
function statement(line: string, code: string, tell: Tell, state: Walk): Fresh {
  const text = code.trim();
  const [, name, rest = ''] = NODE.exec(text) ?? [];
  if (text === '}') return close(code, state);
  if (name !== undefined) return node(code, { name, rest }, tell, state);
  if (text === '') return code === line && state.hidden === 0 ? undefined : null;
  if (state.hidden > 0) return null;
  if (state.path.at(-1) === 'Content' || !text.split(',').every((each) => PLAIN.test(each)))
    return unknown(text, tell, state);
  return code;
}

/** What follows a ";" outside of quotes is a comment. */
function withoutComment(line: string): string {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ';' && !isQuoted) return line.slice(0, at);
  }
  return line;
}

function close(line: string, state: Walk): Fresh {
  state.path.pop();
  if (state.hidden === 0) return line;
  state.hidden--;
  return null;
}

function unknown(text: string, tell: Tell, state: Walk): Fresh {
  if (/"[^"]{100}/.test(text)) state.hasPicture = true;
  state.isDamaged = true;
  tell(byteNoteFinding('FBX unknown line', text));
  return null;
}

function node(line: string, { name, rest }: { name: string; rest: string }, tell: Tell, state: Walk): Fresh {
  const isOpen = rest.trimEnd().endsWith('{');
  if (state.path.length >= DEEPEST) return unknown(line, tell, state);
  const path = [...state.path, name];
  const isHidden = state.hidden > 0 || !isNeeded(path);
  if (isOpen) state.path.push(name);
  if (isOpen && isHidden) state.hidden++;
  if (isHidden) {
    if (rest.trim() !== '{') tell(byteNoteFinding(`FBX ${name}`, rest));
    return null;
  }
  const head = line.slice(0, line.indexOf(':') + 1);
  const body = isOpen ? rest.slice(0, rest.lastIndexOf('{')) : rest;
  const values = splitValues(body);
  const fresh = values.map((value, i) => freshValue(value, i, values[0] ?? '', path, tell));
  if (name === 'Content' && values.some((value) => (STRING.exec(value)?.[1] ?? '') !== ''))
    state.hasPicture = true;
  if (name === 'FBXVersion' && path[0] === 'FBXHeaderExtension' && isTooOld(Number(body))) state.isOld = true;
  const isSound = values.join(',') === body && !isCutShort(name, values.length);
  if (!isSound || fresh.some((value) => value === null)) {
    if (isOpen) state.hidden++;
    return unknown(line, tell, state);
  }
  return `${head}${fresh.join(',')}${isOpen ? rest.slice(rest.lastIndexOf('{')) : ''}`;
}

/** Commas within quotes do not count. */
function splitValues(text: string): string[] {
  return (
    text.match(/(?:^|,)(?:[^",]|"[^"]*")*/g)?.map((value, i) => (i === 0 ? value : value.slice(1))) ?? []
  );
}

/** Null for a value that cannot be. */
function freshValue(
  value: string,
  index: number,
  first: string,
  path: readonly string[],
  tell: Tell,
): string | null {
  const text = STRING.exec(value)?.[1];
  if (text === undefined) return freshPlain(value, path, tell);
  const fresh = freshText(path, index, STRING.exec(first)?.[1] ?? '', text);
  if (!fresh) return value;
  tell({ ...fresh.finding, value: fresh.finding.value && guessText(fromLatin1(fresh.finding.value)) });
  return value.replace(/"[^"]*"/, () => `"${fresh.text}"`);
}

function freshPlain(value: string, path: readonly string[], tell: Tell): string | null {
  if (!PLAIN.test(value)) return null;
  const number = freshNumber(path);
  if (number === undefined || Number(value) === number) return value;
  tell({ kind: 'time', where: 'FBX CreationTimeStamp' });
  return ` ${number}`;
}
