// MTL (Wavefront, "MTL material format (Lightwave, OBJ)", version 4.2, with the physically based additions of Exocortex)
import type { Container, Step } from '../container.ts';
import { walkLines } from '../lines.ts';
import { areMostly } from '../text-head.ts';
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

const numbers = only(
  (text) => /^(?:xyz\s+|-halo\s+)?[-+.\d][\d.eE+-]*(?:\s+[-+.\d][\d.eE+-]*)*$/i.test(text),
  'MTL',
);

/** What happens to each statement. One that is not here is dropped. */
const STATEMENTS: Record<string, Rule> = {
  newmtl: materialName('MTL newmtl'), // ties the material to the faces of another file
  '#': goes('MTL comment'),
  ...Object.fromEntries(
    [
      'Ka',
      'Kd',
      'Ks',
      'Ke',
      'Km',
      'Tf',
      'Ns',
      'Ni',
      'd',
      'Tr',
      'illum',
      'sharpness',
      'Pr',
      'Pm',
      'Ps',
      'Pc',
      'Pcr',
      'aniso',
      'anisor',
    ].map((keyword) => [keyword.toLowerCase(), numbers]),
  ),
  map_aat: only((text) => /^(?:on|off)$/i.test(text), 'MTL'),
};
/** Statements that name a picture. */
const PICTURE = /^(?:map_\w+|bump|disp|decal|refl|norm)$/i;
/** The options before the name of a picture, and how many values each has at the most. */
const OPTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-blendu': 1,
    '-blendv': 1,
    '-bm': 1,
    '-boost': 1,
    '-cc': 1,
    '-clamp': 1,
    '-imfchan': 1,
    '-mm': 2,
    '-o': 3,
    '-s': 3,
    '-t': 3,
    '-texres': 1,
    '-type': 1,
  }),
);
const VALUE =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|on|off|[rgbmlz]|sphere|cube_(?:top|bottom|front|back|left|right))$/;

export const mtl: Container = { format: 'mtl', recognize, walk };

/** A material at the beginning, and hardly anything but known statements. */
function recognize(head: Uint8Array, size: number): boolean {
  const statements = headStatements(head, size);
  const first = statements.find(({ keyword }) => keyword !== '#');
  return first?.keyword === 'newmtl' && areMostly(statements, (each) => ruleOf(each) !== undefined);
}

async function* walk(file: Blob): AsyncGenerator<Step> {
  yield* walkLines(file, {
    isContinued: true,
    isPlain: (_, start, end) => start === end,
    change: (line, tell) => {
      const statement = statementOf(line);
      if (!statement) return undefined;
      const rule = ruleOf(statement) ?? goes('MTL unknown line');
      return changed(line, statement, rule(statement.rest, tell, statement.keyword));
    },
  });
}

function ruleOf({ keyword }: Statement): Rule | undefined {
  const name = keyword.toLowerCase();
  if (Object.hasOwn(STATEMENTS, name)) return STATEMENTS[name];
  return PICTURE.test(keyword) ? picture : undefined;
}

/** Options stay; of the path behind them what is safe. */
function picture(rest: string, tell: Tell, keyword: string): string | null {
  const tokens = rest.split(/(\s+)/);
  const at = optionsEnd(tokens);
  const path = tokens.slice(at).join('');
  const fresh = pathIn(path, tell, `MTL ${keyword}`);
  return fresh === '' ? null : tokens.slice(0, at).join('') + fresh;
}

/** Words stand at the even places, the blanks between them at the odd ones. */
function optionsEnd(tokens: readonly string[]): number {
  let at = 0;
  for (let most = OPTIONS.get(tokens[at] ?? ''); most !== undefined; most = OPTIONS.get(tokens[at] ?? '')) {
    at += 2;
    for (let i = 0; i < most && VALUE.test(tokens[at] ?? ''); i++) at += 2;
  }
  return at;
}
