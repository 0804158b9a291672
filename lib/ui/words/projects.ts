import { t } from '../../i18n.ts';
import type { Project } from '../../store/types.ts';

/** A project's name; work without one is called so. */
export function projectName({ name }: Pick<Project, 'name'>): string {
  return name || t('project_none');
}
