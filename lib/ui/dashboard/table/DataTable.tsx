import { type ComponentChildren, Fragment } from 'preact';
import type { Column, Sorting } from './columns.ts';
import { SortHeader } from './SortHeader.tsx';

type Props<Row> = {
  /** What the table holds, for who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  /** As they are to stand. */
  rows: readonly Row[];
  keyOf(row: Row): string | number;
  sorting?: Sorting;
  onSort?(column: string): void;
  /** What is opened below a row, over its whole width. */
  below?(row: Row): ComponentChildren;
  classOf?(row: Row): string | undefined;
};

/**
 * A table of rows. Roles are said aloud: in narrow windows rows are laid out as cards, and browsers then no longer take the elements
 * for a table by themselves.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, keyOf, sorting, onSort, below, classOf } = props;
  return (
    <div class="grid-wrap">
      {/* biome lets a role be said only where it is not the element's own; here it is what keeps it a table. */}
      <table class="grid" {...role('table')}>
        <caption class="sr">{caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map((column) => (
              <SortHeader key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {rows.map((row) => (
            <Fragment key={keyOf(row)}>
              <tr {...role('row')} class={classOf?.(row)}>
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
              <Below width={columns.length}>{below?.(row)}</Below>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  return column.isHead ? (
    <th scope="row" {...role('rowheader')}>
      {content}
    </th>
  ) : (
    <td {...role('cell')} data-name={column.name} class={`cell-${column.id}`}>
      {content}
    </td>
  );
}

function Below({ width, children }: { width: number; children?: ComponentChildren }) {
  if (!children) return null;
  return (
    <tr {...role('row')} class="opened" ref={bringIntoView}>
      <td {...role('cell')} colSpan={width}>
        {children}
      </td>
    </tr>
  );
}

/** A row that an address opens may lie far down. */
function bringIntoView(opened: HTMLElement | null): void {
  opened?.previousElementSibling?.scrollIntoView({ block: 'nearest' });
}

function role(name: 'table' | 'rowgroup' | 'row' | 'rowheader' | 'cell') {
  return { role: name };
}
