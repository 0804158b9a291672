import type { Row } from './speed.ts';

/** Rows as a Markdown table; columns in the order in which they come up. */
export function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const width = (column: string) => Math.max(column.length, ...rows.map((row) => (row[column] ?? '').length));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(width(columns[i] ?? ''))).join(' | ')} |`;
  const rule = `|${columns.map((column) => '-'.repeat(width(column) + 2)).join('|')}|`;
  return [line(columns), rule, ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join(
    '\n',
  );
}
