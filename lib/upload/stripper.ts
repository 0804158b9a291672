import { t } from '../i18n.ts';
import type { FileChoices } from '../store/types.ts';
import type { StripOptions } from '../strip/types.ts';
import { type Strip, Unchecked, type Vetted } from './vet.ts';

/**
 * The stripper weighs ten times the guard, and most pages are only looked at. So it is a script of its own, which the background puts
 * into this frame when a file may be coming. Both scripts run in the extension's own world, where no page can see this name.
 */
const PLACE = '__meshwardenStripper';

type Tool = (file: File, options: StripOptions) => Promise<Vetted>;
/** `choices` are how the person wants files cleaned; null when nobody answers or the script cannot be put here. */
export type Fetch = (isHere: boolean) => Promise<FileChoices | null>;

/** A background that has not answered by then will not: it takes a tenth of a second to wake. */
const LONGEST_WAIT_MS = 10_000;
/** A pointer that moves about with a file in tow asks only once in that time. */
const FRESH_MS = 2_000;

/** For the stripper's script: makes it known to the guard of the same frame. */
export function bringIn(tool: Tool): void {
  Object.defineProperty(globalThis, PLACE, { value: tool, configurable: true });
}

/** Has a stripper been brought in here? An own property: elements of the page can give `window` names, but only on its prototypes. */
function tool(): Tool | undefined {
  const found = Object.getOwnPropertyDescriptor(globalThis, PLACE)?.value;
  return typeof found === 'function' ? found : undefined;
}

/**
 * The stripper from the guard's side. `prepare` is called at each sign that a file may be coming: it has the stripper brought and asks
 * how the person wants files cleaned. `strip` waits for what is under way and works by the latest answer; it rejects with
 * {@link Unchecked} when there is no stripper to be had.
 */
export function openStripper(fetch: Fetch): { prepare(): void; strip: Strip } {
  let latest: Promise<void> | undefined;
  let choices: FileChoices | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<void> {
    askedAt = performance.now();
    choices = (await soon(fetch(tool() !== undefined))) ?? choices;
    // The many files that come together do not each wait for a background that does not answer.
    askedAt = performance.now();
  }

  function prepare(): void {
    if (performance.now() - askedAt < FRESH_MS) return;
    latest = ask();
  }

  async function strip(file: File, number: number): Promise<Vetted> {
    await latest;
    if (!tool() || !choices) prepare();
    await latest;
    const ready = tool();
    if (!ready || !choices) throw new Unchecked(t('guard_reload_page'));
    return ready(file, { ...choices, neutralName: choices.neutralName && number });
  }

  return { prepare, strip };
}

/** Null when it takes too long or fails. */
async function soon<T>(answer: Promise<T | null>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS, null);
  });
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer));
}
