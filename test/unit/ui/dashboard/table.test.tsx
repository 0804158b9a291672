import { describe, expect, test } from 'vitest';
import { type Column, sorted, sortedBy } from '../../../../lib/ui/dashboard/table/columns.ts';
import { DataTable } from '../../../../lib/ui/dashboard/table/DataTable.tsx';
import { html } from '../html.ts';

type Row = { name: string; score?: number };

const COLUMNS: Column<Row>[] = [
  { id: 'name', name: 'Name', isHead: true, value: ({ name }) => name, cell: ({ name }) => name },
  { id: 'score', name: 'Score', value: ({ score }) => score, cell: ({ score }) => score ?? '–' },
  { id: 'deed', name: 'Deed', isNameless: true, cell: () => 'go' },
];
const ROWS: Row[] = [
  { name: 'b10', score: 5 },
  { name: 'B9' },
  { name: 'Äa', score: 40 },
  { name: 'b1', score: 5 },
];

const names = (by: string, down: boolean) => sorted(ROWS, COLUMNS, { by, down }).map(({ name }) => name);

describe('rows are sorted', () => {
  test('as people sort words and the numbers in them', () => {
    expect(names('name', false)).toEqual(['Äa', 'b1', 'B9', 'b10']);
    expect(names('name', true)).toEqual(['b10', 'B9', 'b1', 'Äa']);
  });

  test('with what cannot be compared last, whichever way, and ties as they came', () => {
    expect(names('score', false)).toEqual(['b10', 'b1', 'Äa', 'B9']);
    expect(names('score', true)).toEqual(['Äa', 'b10', 'b1', 'B9']);
  });

  test('not at all by a column that cannot be sorted by', () => {
    expect(names('deed', true)).toEqual(ROWS.map(({ name }) => name));
  });
});

test('a second click on the same head turns the order round, one on another starts upward', () => {
  expect(sortedBy('name', { by: 'name', down: false })).toEqual({ by: 'name', down: true });
  expect(sortedBy('name', { by: 'name', down: true })).toEqual({ by: 'name', down: false });
  expect(sortedBy('score', { by: 'name', down: true })).toEqual({ by: 'score', down: false });
});

describe('a table', () => {
  const drawn = html(
    <DataTable
      caption="Rows"
      columns={COLUMNS}
      rows={ROWS.slice(0, 2)}
      keyOf={({ name }) => name}
      sorting={{ by: 'score', down: true }}
      onSort={() => {}}
      below={({ name }) => name === 'B9' && 'more'}
    />,
  );

  test('says by which column it is sorted, and by which it could be', () => {
    expect(drawn.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="none"', 'aria-sort="descending"']);
    expect(drawn.match(/<button/g)).toHaveLength(2);
  });

  test('names itself, its rows and, for narrow windows, each cell', () => {
    expect(drawn).toContain('>Rows</caption>');
    expect(drawn).toMatch(/<th scope="row"[^>]*>b10<\/th>/);
    expect(drawn).toContain('data-name="Score"');
  });

  test('opens what belongs to a row below it, over its whole width', () => {
    expect(drawn.match(/<tr/g)).toHaveLength(4);
    expect(drawn).toMatch(/colSpan="3"[^>]*>more</);
  });
});
