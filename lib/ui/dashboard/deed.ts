import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { storedAnew } from './stored.ts';

/** Where a deed of the person stands. `said` is what to tell them of it. */
export type Deed = { isBusy: boolean; said: string; isProblem: boolean };

const IDLE: Deed = { isBusy: false, said: '', isProblem: false };

/**
 * Does something for the person and says how it went: what the work itself gives back as a text, else `done`; every page then reads the store anew. A second deed waits until the first
 * is done: it is passed over, as a second click on the same button should be.
 */
export function useDeed(): [
  Deed,
  (work: () => Promise<unknown>, words?: { doing?: string; done?: string }) => Promise<void>,
] {
  const [deed, setDeed] = useState(IDLE);
  const start = async (work: () => Promise<unknown>, { doing = '', done = '' } = {}) => {
    if (deed.isBusy) return;
    setDeed({ isBusy: true, said: doing, isProblem: false });
    try {
      const result = await work();
      setDeed({ ...IDLE, said: typeof result === 'string' ? result : done });
    } catch (error) {
      setDeed({ isBusy: false, said: problemOf(error), isProblem: true });
    }
    storedAnew();
  };
  return [deed, start];
}

function problemOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : t('dash_deed_failed');
}
