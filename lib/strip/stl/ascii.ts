// STL as text (3D Systems, "StereoLithography Interface Specification", section 6.6.2)
import { latin1 } from '../bytes.ts';
import { broken, type Container, MODEL_TRUNCATED, type Step } from '../container.ts';
import { type Fresh, type LineRules, walkLines } from '../lines.ts';
import { byteNoteFinding } from '../notes.ts';
import { isNumeric } from '../numbers.ts';
import { areMostly, headLines } from '../text-head.ts';
import type { Finding } from '../types.ts';

const NUMBERS = String.raw`(?:\s+[-+]?(?:[\d.]+(?:e[-+]?\d+)?|nan|inf)){3}`;
/** The lines that describe triangles. Any other is dropped, and a file that begins with many of them is not taken for an STL. */
const GEOMETRY = new RegExp(
  `^\\s*(?:facet\\s+normal${NUMBERS}|outer\\s+loop|vertex${NUMBERS}|endloop|endfacet)\\s*$`,
  'i',
);
const BLANK = /^\s*$/;
/** The name of the object is free text; some readers want one. */
const FRAME = /^\s*(solid|endsolid)\b(.*)$/is;
const NAME = 'object1';
const VERTEX = 'vertex ';

export const asciiStl: Container = { format: 'stl', recognize, walk };

function recognize(head: Uint8Array, size: number): boolean {
  const [first = '', ...rest] = headLines(head, size) ?? [];
  const lines = rest.filter((line) => !BLANK.test(line));
  const isKnown = (line: string) => GEOMETRY.test(line) || FRAME.test(line);
  return /^\s*solid\b/i.test(first) && lines.some((line) => GEOMETRY.test(line)) && areMostly(lines, isKnown);
}

/** Reads the file once, in windows. */
async function* walk(file: Blob): AsyncGenerator<Step> {
  const state = { isOpen: false };
  yield* walkLines(file, rulesWith(state));
  if (state.isOpen) yield broken(MODEL_TRUNCATED);
}

function rulesWith(state: { isOpen: boolean }): LineRules {
  return {
    isPlain: (bytes, start, end) => {
      let at = start;
      while (bytes[at] === 32 || bytes[at] === 9) at++;
      return (
        latin1(bytes, at, Math.min(at + VERTEX.length, end)) === VERTEX &&
        isNumeric(bytes, at + VERTEX.length, end)
      );
    },
    change: (line, tell) => change(line, tell, state),
  };
}

function change(line: string, tell: (finding: Finding) => void, state: { isOpen: boolean }): Fresh {
  if (GEOMETRY.test(line) || BLANK.test(line)) return undefined;
  const [, word = '', name = ''] = FRAME.exec(line) ?? [];
  if (word === '') {
    tell(byteNoteFinding('STL unknown line', line));
    return null;
  }
  state.isOpen = word.toLowerCase() === 'solid';
  if (name.trim() !== '' && name.trim() !== NAME) tell(byteNoteFinding('STL solid name', name));
  return name.trim() === '' ? undefined : `${word} ${NAME}`;
}
