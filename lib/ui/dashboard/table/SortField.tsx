import { t } from '../../../i18n.ts';
import type { Column, Sorting } from './columns.ts';

type Props<Row> = { columns: readonly Column<Row>[]; sorting: Sorting; onSort(sorting: Sorting): void };

/** Sorting for narrow windows, where rows are cards and have no heads to click on. */
export function SortField<Row>({ columns, sorting, onSort }: Props<Row>) {
  return (
    <div class="sort-field deeds">
      <label class="field">
        {t('dash_sort_by')}
        <select
          value={sorting.by}
          onChange={({ currentTarget }) => onSort({ ...sorting, by: currentTarget.value })}
        >
          {columns
            .filter(({ value }) => value !== undefined)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <button
        type="button"
        aria-pressed={sorting.down}
        onClick={() => onSort({ ...sorting, down: !sorting.down })}
      >
        {t('dash_sort_down')}
      </button>
    </div>
  );
}
