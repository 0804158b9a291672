import { formatNumber, t } from '../../../i18n.ts';

type Props = { page: number; pages: number; onTurn(page: number): void };

/** Turns the pages of a long list; nothing where there is one page only. `page` counts from 0. */
export function Pager({ page, pages, onTurn }: Props) {
  if (pages <= 1) return null;
  const isFirst = page === 0;
  const isLast = page === pages - 1;
  return (
    <nav class="pager" aria-label={t('dash_pager')}>
      <button type="button" aria-disabled={isFirst} onClick={() => !isFirst && onTurn(page - 1)}>
        {t('dash_newer')}
      </button>
      <p role="status">{t('dash_page_of', formatNumber(page + 1), formatNumber(pages))}</p>
      <button type="button" aria-disabled={isLast} onClick={() => !isLast && onTurn(page + 1)}>
        {t('dash_older')}
      </button>
    </nav>
  );
}
