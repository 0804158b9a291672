import { t } from '../../../i18n.ts';
import type { Verdict, WorkKind } from '../../../policy/types.ts';
import { ageOf } from '../../words/dates.ts';
import { shortDate } from '../dates.ts';
import { GradeMark } from '../parts/GradeMark.tsx';
import { VerdictMark } from '../parts/VerdictMark.tsx';
import { addressOf } from '../route.ts';
import type { Column } from '../table/columns.ts';
import { COMPARED, type PlatformRow } from './rows.ts';
import { SiteCell } from './SiteCell.tsx';
import { WatchCell } from './WatchCell.tsx';

/** Best first: sorting upward goes from good to bad, with what is not stated between mixed and bad. */
const RANK: Record<Verdict, number> = { good: 0, mixed: 1, silent: 2, bad: 3 };

/** Shorter than the topics' own names: a column is narrow. */
const TOPIC_HEADS = {
  training: 'dash_topic_training',
  licence: 'dash_topic_licence',
  retention: 'dash_topic_retention',
  visibility: 'dash_topic_visibility',
} as const;

export type PlatformDeeds = {
  /** Opens a site's details below its row, or closes them. */
  toggle(site: string): void;
  pin(row: PlatformRow): void;
};

/** The columns of the table of platforms. `opened`: the site whose details are open; `now` in ms since 1970. */
export function platformColumns(
  opened: string | undefined,
  now: number,
  deeds: PlatformDeeds,
): Column<PlatformRow>[] {
  return [
    {
      id: 'site',
      name: t('dash_site'),
      isHead: true,
      value: ({ site }) => site.name,
      cell: (row) => (
        <SiteCell row={row} isOpen={opened === row.site.id} onToggle={() => deeds.toggle(row.site.id)} />
      ),
    },
    gradeColumn('public', t('dash_grade_public')),
    gradeColumn('client', t('dash_grade_client')),
    ...COMPARED.map(topicColumn),
    {
      id: 'changed',
      name: t('dash_last_change'),
      value: ({ lastChange }) => lastChange && -lastChange.foundAt,
      cell: (row) => <LastChange row={row} />,
    },
    {
      id: 'read',
      name: t('dash_last_read'),
      value: ({ readAt }) => readAt && -readAt,
      cell: ({ readAt }) => <span class="soft">{readAt ? ageOf(readAt, now) : t('dash_never')}</span>,
    },
    {
      id: 'watched',
      name: t('dash_watched'),
      value: ({ used, pinned }) => (used ? 0 : pinned ? 1 : 2),
      cell: (row) => <WatchCell row={row} onPin={() => deeds.pin(row)} />,
    },
  ];
}

function gradeColumn(work: WorkKind, name: string): Column<PlatformRow> {
  return {
    id: work,
    name,
    // From the best to the worst, as the letters go.
    value: ({ grades }) => grades[work] && -grades[work].score,
    cell: ({ grades }) => <GradeMark {...grades[work]} />,
  };
}

function topicColumn(topic: (typeof COMPARED)[number]): Column<PlatformRow> {
  return {
    id: topic,
    name: t(TOPIC_HEADS[topic]),
    value: ({ verdicts }) => verdicts[topic] && RANK[verdicts[topic]],
    cell: ({ verdicts }) => (verdicts[topic] ? <VerdictMark verdict={verdicts[topic]} /> : <Nothing />),
  };
}

function LastChange({ row: { lastChange, unread } }: { row: PlatformRow }) {
  if (!lastChange) return <Nothing />;
  return (
    <span>
      <a class="inner" href={addressOf('changes', lastChange.id)}>
        {shortDate(lastChange.foundAt)}
      </a>{' '}
      {unread > 0 && <span class="tag tag-mixed">{t('dash_new')}</span>}
    </span>
  );
}

function Nothing() {
  return (
    <span class="soft">
      <span aria-hidden="true">–</span>
      <span class="sr">{t('dash_nothing')}</span>
    </span>
  );
}
