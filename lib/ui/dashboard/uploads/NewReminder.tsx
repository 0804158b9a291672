import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { MAX_PROJECT, type Remind } from '../../../messages.ts';
import { Modal } from '../parts/Modal.tsx';

type Wish = Omit<Remind, 'type'>;
type Props = {
  sites: readonly { id: string; name: string }[];
  /** Names of the person's projects, to choose from. */
  projects: readonly string[];
  now: number;
  onMake(wish: Wish): void;
  onCancel(): void;
};

/** A month is the time most vendors need to let go of what was deleted, and clients to accept what was delivered. */
const USUAL_WAIT = 30 * 86_400_000;

/** Asks what was delivered, where its files are, and by when they are to be gone. */
export function NewReminder({ sites, projects, now, onMake, onCancel }: Props) {
  const [chosen, choose] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const make = (form: FormData) => {
    const dueAt = dayStart(String(form.get('due')));
    if (dueAt !== undefined && chosen.length > 0)
      onMake({ project: String(form.get('project')).trim(), sites: [...chosen], dueAt });
  };
  return (
    <Modal title={t('dash_new_reminder')} onClose={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make(new FormData(event.currentTarget));
        }}
      >
        <label class="field">
          {t('dash_project')}
          <input name="project" maxLength={MAX_PROJECT} list="projects" autocomplete="off" />
        </label>
        <datalist id="projects">
          {projects.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <fieldset class="choices">
          <legend>{t('dash_delete_from')}</legend>
          {sites.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {name}
            </label>
          ))}
        </fieldset>
        <label class="field">
          {t('dash_delete_by')}
          <input name="due" type="date" required defaultValue={dayOf(now + USUAL_WAIT)} />
        </label>
        <div class="deeds">
          <button type="button" onClick={onCancel}>
            {t('dash_cancel')}
          </button>
          <button type="submit" class="main" aria-disabled={chosen.length === 0}>
            {t('dash_remind')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** The day as a date field writes it, in the person's own time zone. */
function dayOf(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** When that day begins, in the person's own time zone. */
function dayStart(day: string): number | undefined {
  const at = Date.parse(`${day}T00:00:00`);
  return Number.isNaN(at) ? undefined : at;
}
