import { formatNumber, languageTag, t } from '../../../i18n.ts';
import { Icon } from '../../components/Icon.tsx';
import { shortMoment } from '../dates.ts';
import type { Column } from '../table/columns.ts';
import { type Line, OUTCOMES } from './entries.ts';

/** The columns of the ledger. */
export function ledgerColumns(): Column<Line>[] {
  return [
    {
      id: 'name',
      name: t('dash_file_or_host'),
      isHead: true,
      value: ({ name }) => name,
      cell: ({ entry, name }) => (
        <span class="ledger-name">
          <Icon name={entry.type === 'upload' ? 'out' : 'file'} />
          <span>
            <span class="sr">{t(KINDS[entry.type])}: </span>
            {name}
          </span>
        </span>
      ),
    },
    {
      id: 'outcome',
      name: t('dash_what_became'),
      value: ({ tone }) => OUTCOMES.indexOf(tone),
      cell: ({ tone, text }) => (
        <span class={`outcome outcome-${tone}`}>
          <Icon name={ICONS[tone]} />
          <span>{text}</span>
        </span>
      ),
    },
    { id: 'site', name: t('dash_site'), value: ({ site }) => site, cell: ({ site }) => site },
    {
      id: 'size',
      name: t('dash_size'),
      value: ({ entry }) => (entry.type === 'file' ? entry.size : undefined),
      cell: ({ entry }) => (
        <span class="number soft">{entry.type === 'file' ? sizeWords(entry.size) : ''}</span>
      ),
    },
    {
      id: 'at',
      name: t('dash_when'),
      value: ({ entry }) => entry.at,
      cell: ({ entry }) => <span class="number soft">{shortMoment(entry.at)}</span>,
    },
  ];
}

const KINDS = {
  file: 'dash_kind_file',
  upload: 'dash_kind_upload',
  download: 'dash_kind_download',
} as const;

const ICONS = { good: 'good', held: 'held', bad: 'bad' } as const;

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "2.4 MB", in the person's language. */
export function sizeWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = UNITS[step];
  if (!unit) return formatNumber(bytes);
  const digits = { maximumFractionDigits: step > 1 ? 1 : 0 };
  return new Intl.NumberFormat(languageTag(), { style: 'unit', unit, ...digits }).format(
    bytes / 1000 ** step,
  );
}
