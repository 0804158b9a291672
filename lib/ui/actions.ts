import type { Project } from '../store/types.ts';
import type { Running } from './running.ts';
import type { Actions, PopupView } from './view.ts';

/** What a person can do in a popup. */
export function actionsOf(popup: Running): Actions {
  const { now, around, show, reload } = popup;
  return {
    checkNow: (site) => checkNow(popup, site),
    async markRead(changes) {
      const ids = changes.flatMap(({ id }) => id ?? []);
      if (await settle(around.tell({ type: 'mark-read', changes: ids }))) {
        await reload();
        around.focusTitle();
      }
    },
    async reload() {
      if (await settle(around.reloadPage())) await reload();
    },
    async choose(work) {
      now.chosen = { ...now.chosen, work };
      show();
      await changeProject(popup, (project) => ({ ...project, work }));
    },
    async copy(text) {
      now.chosen = { ...now.chosen, copied: await settle(around.copy(text)) };
      show();
    },
    async allow(site) {
      if (!(await around.requestAccess(site))) return;
      await reload();
      if (site.policies.length > 0) await checkNow(popup, site.id);
    },
    async guard(origin) {
      const guard = () => settle(around.tell({ type: 'add-site', url: `${origin}/` }));
      const asked = around.requestOrigin(origin);
      // The browser may close the popup to ask: the background is told before, and goes on when the answer is yes.
      void guard();
      if (!(await asked) || !(await guard())) return;
      await settle(around.reloadPage());
      await reload();
      around.focusTitle();
    },
    async letGo(site) {
      if (!(await settle(around.tell({ type: 'remove-site', site })))) return;
      await reload();
      around.focusTitle();
    },
    async lookAround() {
      if (now.chosen.found?.kind === 'busy') return;
      now.chosen = { ...now.chosen, found: { kind: 'busy' } };
      show();
      now.chosen = {
        ...now.chosen,
        found: await around.lookAround().catch(() => ({ kind: 'closed' }) as const),
      };
      show();
    },
    async work(name) {
      const all = now.view.kind === 'site' ? now.view.projects : [];
      const { work, ticks = {} } = all.find((project) => project.name === name) ?? {};
      now.chosen = { ...now.chosen, work: undefined };
      await saveProject(popup, { name, work, ticks });
    },
    async forget(name) {
      now.chosen = { ...now.chosen, work: undefined };
      if (await settle(around.tell({ type: 'forget-project', name }))) await reload();
    },
    async tick(tick, site, on) {
      await changeProject(popup, (project) => {
        const others = (project.ticks[site] ?? []).filter((each) => each !== tick);
        return { ...project, ticks: { ...project.ticks, [site]: on ? [...others, tick] : others } };
      });
    },
    async mark(site, mark, on) {
      if (await settle(around.tell({ type: 'mark-site', site, mark, on }))) await reload();
    },
  };
}

async function checkNow({ now, around, show }: Running, site: string): Promise<void> {
  if (now.check === 'busy') return;
  const before = now.view;
  now.check = 'busy';
  show();
  const answered = await settle(around.tell({ type: 'check-now', site }));
  now.view = await around.load();
  now.check = answered && freshlyRead(before, now.view) ? 'done' : 'failed';
  show();
}

/** Was every document tried since `before`, and none without success? What is stored tells, not what the background claims. */
function freshlyRead(before: PopupView, after: PopupView): boolean {
  if (before.kind !== 'site' || after.kind !== 'site') return false;
  const earlier = new Map(before.review?.documents.map(({ kind, readAt }) => [kind, readAt ?? 0]));
  const documents = after.review?.documents ?? [];
  return (
    documents.length > 0 &&
    documents.every(({ kind, readAt, failure }) => !failure && (readAt ?? 0) > (earlier.get(kind) ?? 0))
  );
}

/** Of a private window nothing is stored: there, what is chosen lasts as long as the popup is open. */
async function changeProject(popup: Running, change: (project: Project) => Project): Promise<void> {
  const { view } = popup.now;
  if (view.kind !== 'site' || view.privately) return;
  await saveProject(popup, change(view.projects[0]));
}

async function saveProject({ around, reload }: Running, project: Omit<Project, 'chosenAt'>): Promise<void> {
  const { name, work, ticks } = project;
  if (await settle(around.tell({ type: 'save-project', project: { name, work, ticks } }))) await reload();
}

async function settle(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
