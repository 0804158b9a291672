import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../i18n.ts';
import { WORK_KINDS } from '../../policy/types.ts';
import type { Tick } from '../../store/types.ts';
import type { CheckId } from '../checklist.ts';
import type { Actions, SiteView } from '../view.ts';
import { Icon } from './Icon.tsx';
import { PrivateMode } from './PrivateMode.tsx';
import { ProjectChoice } from './ProjectChoice.tsx';

type Props = { view: SiteView; actions: Actions; checks: Record<CheckId, boolean> };

/** The project, and each thing to go through for it on this site. */
export function ChecklistBody({ view, actions, checks }: Props) {
  const { site, changes, projects } = view;
  const tick = (id: Tick, on: boolean) => actions.tick(id, site.id, on);
  return (
    <>
      <ProjectChoice projects={projects} actions={actions} />
      <ol class="check-items">
        <Known done={checks.kind} words="checks_kind" todo="checks_kind_todo">
          <WorkChoice view={view} actions={actions} />
        </Known>
        <Ticked id="own" done={checks.own} words="checks_own" onTick={tick} />
        <Ticked id="likeness" done={checks.likeness} words="checks_likeness" onTick={tick} />
        <Known done={checks.changes} words="checks_changes" todo="checks_changes_todo">
          {changes.length > 0 && <a href="#changes">{t('checks_changes_read')}</a>}
        </Known>
        <Ticked id="private" done={checks.private} words="checks_private" onTick={tick}>
          <PrivateMode site={site} />
        </Ticked>
        <Known done={checks.clean} words="checks_clean" todo="checks_clean_todo" />
      </ol>
    </>
  );
}

/** What Meshwarden sees by itself: nothing to tick. */
function Known(props: { done: boolean; words: MessageKey; todo: MessageKey; children?: ComponentChildren }) {
  const { done, words, todo, children } = props;
  return (
    <li class={done ? 'check-done' : 'check-open'}>
      <Icon name={done ? 'for' : 'open'} />
      <div>
        <p>
          <span class="sr">{t(done ? 'checks_is_done' : 'checks_is_open')} </span>
          {t(done ? words : todo)}
        </p>
        {children}
      </div>
    </li>
  );
}

type TickedProps = {
  id: Tick;
  done: boolean;
  words: MessageKey;
  onTick(id: Tick, on: boolean): void;
  children?: ComponentChildren;
};

/** What only the person can know. */
function Ticked({ id, done, words, onTick, children }: TickedProps) {
  return (
    <li class={done ? 'check-done' : 'check-open'}>
      <input
        type="checkbox"
        id={`check-${id}`}
        checked={done}
        onChange={({ currentTarget }) => onTick(id, currentTarget.checked)}
      />
      <div>
        <label for={`check-${id}`}>{t(words)}</label>
        {children}
      </div>
    </li>
  );
}

function WorkChoice({ view: { projects }, actions }: Pick<Props, 'view' | 'actions'>) {
  return (
    <fieldset class="switch">
      <legend class="sr">{t('checks_kind_legend')}</legend>
      {WORK_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            class="sr"
            name="project-work"
            checked={projects[0].work === kind}
            onChange={() => actions.choose(kind)}
          />
          <span>{t(`work_${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
