// OBJ (Wavefront, "Object Files (.obj)", Advanced Visualizer manual, appendix B)

import { broken, type Container, type Step } from '../container.ts';
import { type Fresh, type LineRules, walkLines } from '../lines.ts';
import { byteNoteFinding } from '../notes.ts';
import { isNumberText } from '../numbers.ts';
import { say } from '../sentences.ts';
import { areMostly } from '../text-head.ts';
import type { Finding } from '../types.ts';
import { References } from './geometry.ts';
import { Names } from './names.ts';
import {
  changed,
  goes,
  headStatements,
  materialName,
  only,
  pathIn,
  type Rule,
  type Statement,
  statementOf,
  type Tell,
} from './statement.ts';

const numbers = only(isNumberText, 'OBJ');
const references = only((text) => /^-?\d+(?:\/-?\d*){0,2}(?:\s+-?\d+(?:\/-?\d*){0,2})*$/.test(text), 'OBJ');
const switches = only((text) => /^(?:on|off|\d+)$/i.test(text), 'OBJ');
const curves = only(
  (text) =>
    /^(?:(?:rat|bmatrix|bezier|bspline|cardinal|taylor|[uv]|c?dec|[ac]parm|curv|spac|\d[\d.eE+-]*|[-+.][\d.eE+-]+)(?:\s+|$))*$/.test(
      text,
    ),
  'OBJ',
);

/** What happens to each statement. One that is not here is dropped, and a file that begins with many of them is not taken for an OBJ. */
const STATEMENTS: Record<string, Rule> = {
  v: numbers,
  vt: numbers,
  vn: numbers,
  vp: numbers,
  f: references,
  fo: references,
  l: references,
  p: references,
  s: switches,
  lod: switches,
  bevel: switches,
  c_interp: switches,
  d_interp: switches,
  usemtl: materialName('OBJ usemtl'), // ties faces to the materials of another file
  mtllib: libraries,
  '#': comment,
  call: goes('OBJ call'), // runs another file
  csh: goes('OBJ csh'), // runs a command
  shadow_obj: goes('OBJ shadow_obj'),
  trace_obj: goes('OBJ trace_obj'),
  maplib: goes('OBJ maplib'),
  usemap: goes('OBJ usemap'),
  ...Object.fromEntries(
    [
      'deg',
      'bmat',
      'step',
      'cstype',
      'curv',
      'curv2',
      'surf',
      'parm',
      'trim',
      'hole',
      'scrv',
      'sp',
      'end',
      'con',
      'mg',
      'ctech',
      'stech',
    ].map((keyword) => [keyword, curves]),
  ),
};
/** Names of parts are the artist's own words: each becomes a number. */
const NAMES: Record<string, string> = { o: 'object', g: 'group' };
/** Names that mean something to readers. */
const KEPT_NAMES = ['', 'default', 'off', '(null)'];

export const obj: Container = { format: 'obj', recognize, walk };

/** Points at the beginning, and hardly anything but known statements. */
function recognize(head: Uint8Array, size: number): boolean {
  const statements = headStatements(head, size);
  return areMostly(statements, isKnown) && statements.some(isPoint);
}

function isPoint({ keyword, rest }: Statement): boolean {
  return keyword === 'v' && /^\S+\s+\S+\s+\S/.test(rest) && isNumberText(rest);
}

function isKnown({ keyword }: Statement): boolean {
  return Object.hasOwn(STATEMENTS, keyword) || Object.hasOwn(NAMES, keyword);
}

/** Reads the file once, in windows; lines of numbers are looked at as bytes. */
async function* walk(file: Blob): AsyncGenerator<Step> {
  const seen = new References();
  yield* walkLines(file, rulesWith(seen));
  if (!seen.areFound) yield broken(say('model_without_points'));
}

function rulesWith(seen: References): LineRules {
  const names = new Map(Object.entries(NAMES).map(([keyword, word]) => [keyword, new Names(word)]));
  return {
    isContinued: true,
    isPlain: (bytes, start, end) => seen.isPlain(bytes, start, end),
    change: (line, tell) => changeLine(line, tell, names, seen),
  };
}

function changeLine(line: string, tell: Tell, names: Map<string, Names>, seen: References): Fresh {
  const statement = statementOf(line);
  if (!statement) return undefined;
  const { keyword, rest } = statement;
  const own = names.get(keyword);
  const rule = own ? named(own) : Object.hasOwn(STATEMENTS, keyword) ? STATEMENTS[keyword] : undefined;
  const fresh = (rule ?? goes('OBJ unknown line'))(rest, tell, keyword);
  if (fresh !== null) seen.note(keyword, fresh);
  return keyword === '#' && fresh !== null ? undefined : changed(line, statement, fresh);
}

function named(names: Names): Rule {
  return (rest, tell, keyword) => {
    const each = keyword === 'o' ? [rest] : rest.split(/\s+/);
    const fresh = each.map((name) => (KEPT_NAMES.includes(name) ? name : names.for(name)));
    const text = fresh.join(' ');
    if (text !== rest) tell(nameFinding(keyword, rest));
    return text;
  };
}

function nameFinding(keyword: string, name: string): Finding {
  return byteNoteFinding(`OBJ ${keyword === 'o' ? 'object' : 'group'} name`, name);
}

/** ZBrush keeps the painted colours of the points in comments. */
function comment(rest: string, tell: Tell): string | null {
  return /^MRGB (?:[\da-fA-F]{8})+$/.test(rest) ? rest : goes('OBJ comment')(rest, tell, '#');
}

/** Names may have blanks in them, so only their common ending tells several apart. */
function libraries(rest: string, tell: Tell): string | null {
  const paths = rest
    .split(/(?<=\.mtl)\s+/i)
    .map((path) => pathIn(path, tell, 'OBJ mtllib'))
    .filter((path) => path !== '');
  return paths.length > 0 ? paths.join(' ') : null;
}
