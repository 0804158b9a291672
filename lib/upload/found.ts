import type { GuardStatus } from '../messages.ts';

/**
 * The guard's name in the extension's own world, where no page can see it. Popup and background run a function of this file in the frame
 * (`scripting.executeScript`) and find the guard by it. The guard itself listens to no messages: the first touch of the browser's API
 * would cost every page of a guarded site more than all else that the guard does as the page opens.
 */
export const GUARD = '__meshwardenGuard';

/** What popup and background can ask of a guard. */
export type Found = {
  status(): GuardStatus;
  /** An upload to this address, in clear text, was stopped on its way. */
  stopped(url: string): void;
};

/** For the guard: can be found from now on. */
export function beFound(guard: Found): void {
  Object.defineProperty(globalThis, GUARD, { value: guard, configurable: true });
}

type Place = PropertyDescriptor & { value?: Found };

/**
 * Runs in the frame, so it may use nothing but its arguments. An own property is looked for: elements of the page can give `window`
 * names, but only on its prototypes.
 */
export function askStatus(name: string): unknown {
  const place: Place | undefined = Object.getOwnPropertyDescriptor(globalThis, name);
  return place?.value?.status() ?? null;
}

/** Likewise. */
export function tellStopped(name: string, url: string): void {
  const place: Place | undefined = Object.getOwnPropertyDescriptor(globalThis, name);
  place?.value?.stopped(url);
}
