import { formatNumber, t } from '../../i18n.ts';
import { CHECKS, checksOf } from '../checklist.ts';
import { more } from '../more.ts';
import type { Actions, SiteView } from '../view.ts';
import { projectName } from '../words/projects.ts';
import { Icon } from './Icon.tsx';

/** What to go through before generating: how far it is in one line, the list itself when it is opened. */
export function Checklist({ view, actions }: { view: SiteView; actions: Actions }) {
  const Parts = more();
  const checks = checksOf(view);
  const done = CHECKS.filter((id) => checks[id]).length;
  const all = done === CHECKS.length;
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">{t('checks_title')}</h2>
      <details class="panel checks">
        <summary>
          <span class="checks-count">
            <Icon name={all ? 'good' : 'list'} />
            {all ? t('checks_all') : t('checks_count', formatNumber(done), formatNumber(CHECKS.length))}
          </span>
          <span class="soft checks-project">{projectName(view.projects[0])}</span>
          <Icon name="chevron" />
        </summary>
        {Parts && <Parts.ChecklistBody view={view} actions={actions} checks={checks} />}
      </details>
    </section>
  );
}
