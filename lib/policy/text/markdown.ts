import type { PolicyText } from '../types.ts';
import type { Block } from './blocks.ts';
import { rowBlock } from './blocks.ts';
import { policyText } from './build.ts';
import { inlineText } from './inline.ts';
import { readable } from './readable.ts';

/** Bullets and numbers are how a list is drawn and are dropped; letters ("(a)", "iv.") are cited and stay in the text. */
const DRAWN_MARK = /^(?:[-–*+•◦▪·‣●○]|\d{1,3}[.)])(?:\s+|$)/;
const WRITTEN_MARK = /^(?:\([a-z\d]{1,4}\)|[a-z][.)]|[ivx]{1,5}[.)])\s+\S/i;
/** Lists in cells are written with a bullet a line break. */
const CELL_BULLET = /^[*•-]\s+/;
const BOLD_LINE = /^(\*\*|__)(?=\S)((?:(?!\1).)+)\1$/;
const LONGEST_BOLD_HEADING = 120;

/**
 * Reads Markdown or plain text as a policy; one line is one paragraph unless the text is wrapped at a fixed width.
 *
 * @param text Markdown as web archives write it (CommonMark, tables with pipes), or plain text
 */
export function policyFromMarkdown(text: string): PolicyText {
  return policyText(markdownBlocks(text));
}

/** The blocks of a Markdown or plain text (CommonMark 0.31.2, sections 4 and 5). */
export function markdownBlocks(text: string): Block[] {
  const reader = new Reader();
  const lines = text
    .replace(BROKEN_LINK, (link) => link.replace(/\s+/g, ' '))
    .split(/\r\n|[\n\r\u2028\u2029\f]/);
  for (const line of unwrapped(lines)) reader.line(line);
  return reader.blocks;
}

/** A link whose text runs over several lines. */
const BROKEN_LINK = /\[[^[\]]{0,500}\]\((?:https?:|mailto:|\/|#)[^()\s]{0,2000}\)/g;

class Reader {
  readonly blocks: Block[] = [];
  #indents: number[] = [];
  #pendingMark: number | null = null;
  /** Only a line right above an underline is a heading by it. */
  #underlinable = false;

  line(raw: string): void {
    const line = raw.replace(/^(?:\s{0,3}>\s?)+/, '');
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
    const body = line.trim();
    const underlinable = this.#underlinable;
    this.#underlinable = false;
    if (body === '' || /^(?:```|~~~)/.test(body)) return;
    if (underlinable && /^(?:=+|-{2,})$/.test(body)) this.#underline(body.startsWith('=') ? 1 : 2);
    else if (/^([-*_=])(?:\s*\1){2,}$/.test(body)) this.#indents = [];
    else if (body.startsWith('|')) this.#row(body);
    else this.#prose(body, indent);
  }

  #underline(level: number): void {
    const last = this.blocks.at(-1);
    if (last && last.kind !== 'row')
      this.blocks[this.blocks.length - 1] = { kind: 'heading', level, text: last.text };
  }

  #row(body: string): void {
    const cells = body.replace(/^\||\|$/g, '').split(/(?<!\\)\|/);
    if (cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell))) return;
    const row = rowBlock(
      cells.map((cell) => readable(inlineText(cell.trim().replace(CELL_BULLET, '')))),
      0,
    );
    if (row) this.blocks.push(row);
  }

  #prose(body: string, indent: number): void {
    const atx = /^(#{1,6})(?:\s+|$)(.*?)(?:\s+#+)?$/.exec(body);
    const bold = indent === 0 ? BOLD_LINE.exec(body)?.[2] : undefined;
    const mark = DRAWN_MARK.exec(body)?.[0];
    if (atx) this.#heading(atx[1]?.length ?? 1, atx[2] ?? '');
    else if (mark !== undefined) this.#item(body.slice(mark.length), indent);
    else if (this.#pendingMark !== null) this.#item(body, this.#pendingMark);
    else if (WRITTEN_MARK.test(body)) this.#item(body, indent);
    else if (bold && bold.length <= LONGEST_BOLD_HEADING && !/[.:;,]\s*$/.test(bold)) this.#heading(7, bold);
    else {
      this.#push('paragraph', this.#depth(indent, false), body);
      this.#underlinable = true;
    }
  }

  #heading(level: number, markdown: string): void {
    this.#indents = [];
    this.#pendingMark = null;
    this.#push('heading', level, markdown);
  }

  #item(text: string, indent: number): void {
    this.#pendingMark = text === '' ? indent : null;
    if (text !== '') this.#push('item', this.#depth(indent, true), text);
  }

  #push(kind: 'heading' | 'paragraph' | 'item', level: number, markdown: string): void {
    const text = readable(inlineText(markdown));
    if (text !== '') this.blocks.push({ kind, level, text });
  }

  /** How many list marks stand left of `indent`, this line's own included. */
  #depth(indent: number, marked: boolean): number {
    while ((this.#indents.at(-1) ?? -1) >= indent) this.#indents.pop();
    if (marked) this.#indents.push(indent);
    return this.#indents.length;
  }
}

/** Lines of a text that was wrapped at a fixed width, joined again; any other text as it is. */
function unwrapped(lines: string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const wrapped = filled.filter((line) => line.length >= 55 && line.length <= 100).length;
  if (wrapped < filled.length * 0.5 || filled.some((line) => line.length > 120)) return lines;
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1) ?? '';
    const goesOn = last.length >= 45 && /^\s{0,8}[\p{L}\d("“]/u.test(line) && !startsBlock(line.trim());
    if (goesOn) joined[joined.length - 1] = `${last.trimEnd()} ${line.trim()}`;
    else joined.push(line);
  }
  return joined;
}

function startsBlock(body: string): boolean {
  return DRAWN_MARK.test(body) || WRITTEN_MARK.test(body);
}
