import { t, tn } from '../../i18n.ts';
import type { Reminder } from '../../store/types.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { listOf } from '../words/lists.ts';
import { Notice } from './Notice.tsx';

/** Reminders to delete a delivered project that are due, wherever the popup opens. They are settled on the dashboard. */
export function DueReminders({ due = [] }: { due?: readonly Reminder[] | undefined }) {
  if (due.length === 0) return null;
  const projects = [...new Set(due.map(({ project }) => project).filter(Boolean))];
  return (
    <Notice tone="mixed" icon="bell" title={tn('due_title', due.length)}>
      <p>{projects.length > 0 ? t('due_projects', listOf(projects)) : t('due_text')}</p>
      <a href={dashboardAddress('uploads')} target="_blank" rel="noopener noreferrer">
        {t('due_show')}
        <span class="sr"> {t('link_new_tab')}</span>
      </a>
    </Notice>
  );
}
