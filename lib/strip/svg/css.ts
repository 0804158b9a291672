import { words } from '../words.ts';
import { cleanLink, type Report } from './links.ts';

/** Escaped letters could hide a name from a search; here and everywhere they mean the letter itself (CSS Syntax 3, section 4.3.7). */
const ESCAPES = /\\(?:0{0,4}([46][1-9a-f]|[57][\da])(?![\da-f])[ \t\r\n\f]?|([g-z])|[\s\S])/gi;

/** Strings are found so that nothing within them is taken for something else. */
const PIECES = new RegExp(
  [
    /"(?:[^"\\\n]|\\[\s\S])*"?/, // text
    /'(?:[^'\\\n]|\\[\s\S])*'?/,
    /\/\*[\s\S]*?(?:\*\/|$)/, // comment
    /url\(\s*(?:"[^"]*"?|'[^']*'?|[^)]*)\s*\)?/, // link
    /@(?:import|charset|namespace)\b(?:"[^"]*"?|'[^']*'?|[^;{}"'])*;?/, // what fetches, or is not needed
    /-inkscape-(?:"[^"]*"?|'[^']*'?|[^;}"'])*;?/, // what only Inkscape reads
    /(?:-webkit-)?image-set\(|\b(?:image|src)\(/, // links of other forms
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** Style rules with links, comments and imports taken out (CSS Syntax 3). Links to places in the drawing and cleaned pictures stay. */
export async function cleanCss(css: string, report: Report): Promise<string> {
  const plain = css.replaceAll(ESCAPES, (whole, hex, letter) =>
    hex === undefined ? (letter ?? whole) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let clean = '';
  let at = 0;
  for (const { 0: piece, index } of plain.matchAll(PIECES)) {
    clean += withoutOpenEnd(plain.slice(at, index)) + (await cleanPiece(piece, report));
    at = index + piece.length;
  }
  return clean + withoutOpenEnd(plain.slice(at));
}

/** Where a comment ends that has not begun, what stands before it was meant to be one. The end stays: it is why browsers pass over the next rule. */
function withoutOpenEnd(rules: string): string {
  const end = rules.lastIndexOf('*/');
  if (end < 0) return rules;
  const start = Math.max(...['{', '}', ';'].map((mark) => rules.lastIndexOf(mark, end)));
  return rules.slice(0, start + 1) + rules.slice(end);
}

async function cleanPiece(piece: string, report: Report): Promise<string> {
  if (piece.startsWith('"') || piece.startsWith("'")) return piece;
  if (/^url\(/i.test(piece)) return cleanUrl(piece, report);
  if (/^-inkscape-/i.test(piece)) return '';
  if (piece.endsWith('(')) return 'none(';
  const isComment = piece.startsWith('/*');
  const value = words(isComment ? piece.slice(2, -2) : piece);
  report.findings.push({
    kind: isComment ? 'comment' : 'path',
    where: 'SVG style',
    value: value || undefined,
  });
  return isComment ? ' ' : '';
}

async function cleanUrl(piece: string, report: Report): Promise<string> {
  const link = piece
    .slice(4, piece.endsWith(')') ? -1 : undefined)
    .trim()
    .replaceAll(/^["']|["']$/g, '');
  const clean = await cleanLink(link, true, report);
  if (clean === link) return piece;
  return clean === null ? 'url(#)' : `url("${clean}")`;
}
