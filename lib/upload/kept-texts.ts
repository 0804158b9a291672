import { browserText, takeMessages } from '../i18n.ts';

/** Put in by the build: the keys of the texts that the guard may say. */
declare const __GUARD_TEXTS__: readonly string[];

const MARKS = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/**
 * Keeps what the guard may have to say. In a page that stays open while the extension is updated the browser gives its old guard no more
 * texts (Chromium: "Extension context invalidated"), and what is held must still be said in words. Done when the page has nothing to do.
 */
export function keepTexts(): void {
  const kept = new Map<string, string>();
  requestIdleCallback(() => {
    for (const key of __GUARD_TEXTS__) kept.set(key, browserText(key, MARKS));
  });
  takeMessages((key, substitutions) => {
    const text = browserText(key, substitutions);
    return text || (kept.get(key) ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[Number(n) - 1] ?? '');
  });
}
