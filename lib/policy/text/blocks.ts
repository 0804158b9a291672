/**
 * A policy on its way from HTML or Markdown to clauses: one block a line of reading.
 * `level` is 1 to 7 for a heading (7: a bold line that stands for one); otherwise how deep in lists the block stands, 0
 * outside. `text` has been through `readable`. A row's `text` is its cells joined by ` | `.
 */
export type Block =
  | { kind: 'heading' | 'paragraph' | 'item'; level: number; text: string }
  | { kind: 'row'; level: number; text: string; cells: string[] };

export const CELL_BREAK = ' | ';

/** A table row as a block; empty cells are left out. Returns null when nothing is left. */
export function rowBlock(cells: string[], level: number): Block | null {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? null : { kind: 'row', level, text: filled.join(CELL_BREAK), cells: filled };
}

/** Plain-text documents set their headings as short lines without a full stop. */
const TITLE = /^[\p{Lu}\d][^.;:,!]{2,59}$/u;

/** In a document without any heading, lines that read as titles become headings (level 7). */
export function withTitles(blocks: Block[]): Block[] {
  if (blocks.some((block) => block.kind === 'heading')) return blocks;
  return blocks.map((block) =>
    block.kind === 'paragraph' && block.level === 0 && TITLE.test(block.text)
      ? { kind: 'heading', level: 7, text: block.text }
      : block,
  );
}
