import { fromLatin1 } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { byteNoteFinding } from '../notes.ts';
import { safeFileName } from '../paths.ts';
import { headLines } from '../text-head.ts';
import type { Finding } from '../types.ts';

/** One line of an OBJ or MTL file: a keyword and the rest. */
export type Statement = { keyword: string; rest: string };
export type Tell = (finding: Finding) => void;
/** What becomes of the rest of a statement; null: the line goes. */
export type Rule = (rest: string, tell: Tell, keyword: string) => string | null;

/** Undefined for a line of white space. A backslash at the end of a line stands for a blank. */
export function statementOf(line: string): Statement | undefined {
  const text = line
    .replace(/\\(?:\r\n|\r|\n)/g, ' ')
    .replace(/^\xef\xbb\xbf/, '')
    .trim();
  if (text === '') return undefined;
  const keyword = /^(?:#|\S+)/.exec(text)?.[0] ?? text;
  return { keyword, rest: text.slice(keyword.length).trim() };
}

/** The statements at the beginning of a file; none when it is no text. `size`: length of the file. */
export function headStatements(head: Uint8Array, size: number): Statement[] {
  const lines = headLines(head, size) ?? [];
  const joined = lines.join('\n').replaceAll('\\\n', ' ').split('\n');
  return joined.map(statementOf).filter((each) => each !== undefined);
}

/** The line with its rest as it becomes; undefined when it stays as it is. */
export function changed(line: string, statement: Statement, fresh: string | null): string | null | undefined {
  if (fresh === null) return null;
  return fresh === statement.rest
    ? undefined
    : `${/^\s*/.exec(line)?.[0] ?? ''}${statement.keyword} ${fresh}`;
}

/** What passes the test; anything else goes, a comment behind it too. */
export function only(isSound: (text: string) => boolean, where: string): Rule {
  return (rest, tell, keyword) => {
    if (isSound(rest)) return rest;
    const note = rest.indexOf('#');
    const kept = rest.slice(0, Math.max(note, 0)).trim();
    tell(byteNoteFinding(`${where} ${note < 0 ? keyword : 'comment'}`, rest.slice(note + 1)));
    return isSound(kept) ? kept : null;
  };
}

/** Files that belong to the model are named without the folders of the computer they come from. Empty for what is no name of a file. */
export function pathIn(text: string, tell: Tell, where: string): string {
  const fresh = safeFileName(text);
  if (fresh !== text) tell({ kind: 'path', where, value: text });
  return fresh;
}

/**
 * Material names tie two files together that are cleaned apart from each other, so each becomes a number made from it: the same in both. One
 * that is such a number already stays.
 */
export function materialName(where: string): Rule {
  return (rest, tell) => {
    if (/^material_[\da-f]{8}$/.test(rest) || rest === '') return rest;
    tell(byteNoteFinding(where, rest));
    return `material_${crc32(fromLatin1(rest)).toString(16).padStart(8, '0')}`;
  };
}

/** A comment, or a statement that no reader needs. */
export function goes(where: string): Rule {
  return (rest, tell) => {
    if (rest !== '') tell(byteNoteFinding(where, rest));
    return null;
  };
}
