import type { Settings } from '../store/types.ts';
import type { Managed } from './types.ts';

/** The settings that hold: the organisation's where it has decided, the person's otherwise. */
export function settingsInForce(own: Settings, managed: Managed): Settings {
  return {
    ...own,
    cadence: managed.cadence ?? own.cadence,
    files: { ...own.files, ...managed.files },
  };
}

/** Has the organisation forbidden this site for client work? `site` is a catalogue id, `origin` that of a page. */
export function isForbiddenForClients(managed: Managed, site: string, origin?: string): boolean {
  return managed.notForClientWork.some((each) => each === site || (origin !== undefined && each === origin));
}
