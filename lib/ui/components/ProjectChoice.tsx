import { t } from '../../i18n.ts';
import { MAX_PROJECT } from '../../messages.ts';
import type { Actions, SiteView } from '../view.ts';
import { projectName } from '../words/projects.ts';

type Props = { projects: SiteView['projects']; actions: Actions };

/** Which project the work belongs to: what is ticked is kept for each by itself. */
export function ProjectChoice({ projects, actions }: Props) {
  const [current] = projects;
  return (
    <div class="project">
      <label for="project">{t('project_label')}</label>
      <select id="project" value={current.name} onChange={(event) => actions.work(event.currentTarget.value)}>
        {projects.map((project) => (
          <option key={project.name} value={project.name} selected={project === current}>
            {projectName(project)}
          </option>
        ))}
      </select>
      <details>
        <summary>{t('project_more')}</summary>
        <form onSubmit={(event) => start(event, actions)}>
          <label for="project-new">{t('project_new')}</label>
          <input id="project-new" name="project" maxLength={MAX_PROJECT} required autocomplete="off" />
          <button type="submit">{t('project_start')}</button>
        </form>
        {current.name !== '' && (
          <button type="button" onClick={() => actions.forget(current.name)}>
            {t('project_forget', current.name)}
          </button>
        )}
      </details>
    </div>
  );
}

function start(event: SubmitEvent, actions: Actions): void {
  event.preventDefault();
  const { currentTarget: form } = event;
  if (!(form instanceof HTMLFormElement)) return;
  const name = String(new FormData(form).get('project')).trim();
  if (name === '') return;
  form.reset();
  actions.work(name);
}
