// USD scenes in text form (OpenUSD, "Crate and USDA file formats", grammar of usda 1.0)

import { readBytes } from '../bytes.ts';
import { hopeless } from '../container.ts';
import { type Edit, partsOf } from '../edits.ts';
import { Misfit } from '../misfit.ts';
import { byteNoteFinding } from '../notes.ts';
import { safeFileName, safePath } from '../paths.ts';
import { rebuild } from '../rebuild.ts';
import { say } from '../sentences.ts';
import type { Cleaned } from './members.ts';

type Token = { start: number; end: number; text: string };

/** What is said about a scene and its parts, for people and for other programs: it goes with what follows it. */
const SAID = new Set(
  `doc documentation comment customLayerData customData assetInfo userDoc userDocBrief displayName displayGroup sdrMetadata owner
  sessionOwner`.split(/\s+/),
);
/** Texts that say which numbers a texture is laid by. */
const KEPT_TEXT = /varname$/;
const HEADER = /^#usda 1\.\d[^\S\n]*\r?\n/;
/** Of parts, choices, kinds and joints, which have their place in the skeleton with them. */
const NAME = /^[\w:.|!+\x80-\xff-]+(?:\/[\w:.|!+\x80-\xff-]+)*$/;
/** Which of its forms a part is shown in. */
const CHOICES = 'variants';
/** Long runs of numbers, white space and what stands between them are one token. */
const TOKEN =
  /[-+\d.,;\s]+(?:[eE][-+\d][-+\d.,;eE\s]*)?|#[^\r\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|@@@[\s\S]*?@@@|@[^@\r\n]*@|<[^>\r\n]*>|[A-Za-z_][\w:.]*|[()[\]{}=:&]/y;
const CLOSING: Record<string, string> = { '{': '}', '[': ']', '(': ')' };
const LARGEST = 268_435_456;
const DAMAGED = say('scene_damaged');

export function isUsda(head: Uint8Array): boolean {
  return HEADER.test(new TextDecoder('latin1').decode(head));
}

/** Cleans a scene: remarks, data of programs, texts and absolute paths go; names stay, for parts refer to each other by them. */
export async function cleanUsda(content: Blob): Promise<Cleaned> {
  try {
    if (content.size > LARGEST) throw new Misfit(say('scene_too_long'));
    const bytes = await readBytes(content, 0, content.size);
    const edits = editsOf(new TextDecoder('latin1').decode(bytes));
    const { file } = await rebuild(new File([content], ''), [...partsOf(bytes, 0, edits)], {});
    return {
      file: edits.length > 0 ? file : undefined,
      findings: edits.flatMap((each) => each.findings),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { findings: [], problems: [hopeless(error.problem)] };
  }
}

function editsOf(text: string): Edit[] {
  const tokens = tokensOf(text);
  const edits: Edit[] = [];
  let choicesEnd = -1;
  for (let i = 0; i < tokens.length; i++) {
    const [before, token, next] = [tokens[i - 1]?.text ?? '', tokens[i], tokens[i + 1]?.text];
    if (!token) break;
    const last = next === '=' ? valueEnd(tokens, i + 2) : i;
    const type = before === ']' ? (tokens[i - 3]?.text ?? '') : before;
    if (token.text === CHOICES) choicesEnd = last;
    const edit = i <= choicesEnd ? nameOnly(token) : decide(token, type, tokens.slice(i + 2, last + 1), text);
    if (edit) edits.push(edit);
    if (edit && edit.end > token.end) i = last;
  }
  return edits;
}

/** All tokens but white space and runs of numbers without a bracket. Throws `Misfit` where none can be. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = HEADER.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw new Misfit(DAMAGED);
    const end = TOKEN.lastIndex;
    if (found[0].trim() !== '') tokens.push({ start: at, end, text: found[0].trim() });
    at = end;
  }
  return tokens;
}

/** The number of the last token of a value: a list or a dictionary ends with its bracket. */
function valueEnd(tokens: readonly Token[], first: number): number {
  const open: string[] = [];
  if (tokens[first]?.text === '=') throw new Misfit(DAMAGED);
  for (let i = first; i < tokens.length; i++) {
    const { text } = tokens[i] ?? { text: '' };
    if (Object.hasOwn(CLOSING, text)) open.push(CLOSING[text] ?? '');
    else if (text === open.at(-1)) open.pop();
    if (open.length === 0) return i;
  }
  throw new Misfit(DAMAGED);
}

function decide(token: Token, before: string, value: readonly Token[], text: string): Edit | undefined {
  const name = token.text;
  const last = value.at(-1);
  if (name.startsWith('#')) return removed(token, token.end, 'comment', name.slice(1));
  if (last && SAID.has(name)) return removed(token, last.end, name, text.slice(value[0]?.start, last.end));
  if (last && before === 'string' && !KEPT_TEXT.test(name) && value.some(isString))
    return emptied(token, value, text);
  if (name.startsWith('@')) return pathOnly(token);
  return isString(token) && isRemark(before) ? removed(token, token.end, 'remark', name) : nameOnly(token);
}

/** Texts that are no names are for people, whatever stands before them. */
function nameOnly(token: Token): Edit | undefined {
  if (!isString(token)) return undefined;
  const { start, end, text } = token;
  const name = text.slice(1, -1);
  if (NAME.test(name) && safePath(name) === name) return undefined;
  return { start, end, fresh: '""', findings: [byteNoteFinding('USD text', name)] };
}

function isString({ text }: Token): boolean {
  return /^["']/.test(text) && !/^(?:""|'')$/.test(text);
}

/** A text that nothing is set to and that names nothing stands for itself, as a remark. */
function isRemark(before: string): boolean {
  return before === '(' || /^["'@]/.test(before);
}

function removed({ start }: Token, end: number, label: string, note: string): Edit {
  return { start, end, fresh: '', findings: [byteNoteFinding(`USD ${label}`, note)] };
}

function emptied(token: Token, value: readonly Token[], text: string): Edit {
  const [first, last] = [value[0] ?? token, value.at(-1) ?? token];
  const old = text.slice(token.start, last.end);
  const fresh = text.slice(token.start, first.start) + (first.text === '[' ? '[]' : '""');
  return { start: token.start, end: last.end, fresh, findings: [byteNoteFinding(`USD ${token.text}`, old)] };
}

function pathOnly({ start, end, text }: Token): Edit | undefined {
  const quote = text.startsWith('@@@') ? '@@@' : '@';
  const path = text.slice(quote.length, -quote.length);
  const fresh = isFile(path) ? safePath(path) : '';
  if (fresh === path) return undefined;
  return {
    start,
    end,
    fresh: quote + fresh + quote,
    findings: [{ kind: 'path', where: 'USD asset', value: path }],
  };
}

/** One of many tiles has a mark for its number, one in another archive stands in brackets behind that. */
function isFile(path: string): boolean {
  return safeFileName(path.replace('<UDIM>', '1001').replace(/\[([^[\]]*)\]$/, '/$1')) !== '';
}
