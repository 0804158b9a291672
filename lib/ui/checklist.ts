import type { SiteView } from './view.ts';

/** What is gone through before something is generated, in the order it is shown. */
export const CHECKS = ['kind', 'own', 'likeness', 'changes', 'private', 'clean'] as const;
export type CheckId = (typeof CHECKS)[number];

/** Which checks hold for the current project on this site. Some the person ticks, some Meshwarden knows by itself. */
export function checksOf({ site, projects, changes, permitted, guard }: SiteView): Record<CheckId, boolean> {
  const [project] = projects;
  const ticks = project.ticks[site.id] ?? [];
  return {
    kind: project.work !== undefined,
    own: ticks.includes('own'),
    likeness: ticks.includes('likeness'),
    changes: changes.length === 0,
    private: ticks.includes('private'),
    clean: permitted && guard !== 'absent',
  };
}
