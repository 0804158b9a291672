import type { Clause, PolicyText } from '../types.ts';
import type { Block } from './blocks.ts';
import { CELL_BREAK, withTitles } from './blocks.ts';
import { documentDate } from './date.ts';
import { detectLanguage } from './language.ts';
import { LeadIns } from './leadIn.ts';
import type { Span } from './sentences.ts';
import { sentences } from './sentences.ts';

/** A first row that is longer names no columns. */
const LONGEST_COLUMNS = 200;
/** A row no longer than this reads as one statement; a longer one is cut into its cells' sentences. */
const SHORT_ROW = 300;

/**
 * Blocks to text and clauses. Headings become clauses too, under the headings above them.
 *
 * @param blocks in reading order, without empty texts
 * @param languageHint what the page declares (`<html lang>`), used only where the text is too short to tell
 */
export function policyText(blocks: Block[], languageHint?: string): PolicyText {
  const plain = blocks.map((block) => block.text).join('\n');
  const updated = documentDate(blocks.map((block) => block.text));
  const language = detectLanguage(plain, languageHint);
  return { plain, clauses: clausesOf(withTitles(blocks)), language, ...(updated ? { updated } : {}) };
}

function clausesOf(blocks: Block[]): Clause[] {
  const clauses: Clause[] = [];
  const leadIns = new LeadIns();
  let columns: string | undefined;
  let headings: { level: number; text: string }[] = [];
  let offset = 0;
  blocks.forEach((block, at) => {
    if (block.kind === 'heading') headings = headings.filter((above) => above.level < block.level);
    const heading = headings.map((above) => above.text);
    const leadIn = leadIns.take(block, blocks[at + 1]);
    if (block.kind !== 'row') columns = undefined;
    for (const [nth, { start, end }] of spansOf(block).entries()) {
      const text = block.text.slice(start, end);
      const before = block.kind === 'row' ? rowName(block.cells, start) : nth === 0 ? leadIn : undefined;
      clauses.push({
        text,
        heading,
        start: offset + start,
        end: offset + end,
        ...(before ? { leadIn: before } : {}),
        ...(columns ? { columns } : {}),
      });
    }
    if (block.kind === 'row') columns ??= columnsOf(block.text);
    if (block.kind === 'heading') headings.push({ level: block.level, text: block.text });
    offset += block.text.length + 1;
  });
  return clauses;
}

function spansOf(block: Block): Span[] {
  if (block.kind === 'heading') return [{ start: 0, end: block.text.length }];
  if (block.kind !== 'row') return sentences(block.text);
  if (block.text.length <= SHORT_ROW) return [{ start: 0, end: block.text.length }];
  let offset = 0;
  return block.cells.flatMap((cell) => {
    const from = offset;
    offset += cell.length + CELL_BREAK.length;
    return sentences(cell).map(({ start, end }) => ({ start: from + start, end: from + end }));
  });
}

/** The names of a table's columns, or nothing that could be taken for them. */
function columnsOf(firstRow: string): string {
  return firstRow.length > LONGEST_COLUMNS ? '' : firstRow;
}

/** The first cell says what the other cells of a row are about. */
function rowName(cells: string[], start: number): string | undefined {
  const name = cells[0] ?? '';
  return start > name.length && name.length <= SHORT_ROW / 2 ? `${name}:` : undefined;
}
