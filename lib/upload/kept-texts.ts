import { browserText, takeMessages } from '../i18n.ts';

/** Put in by the build: the English texts that the guard may say, and '' for the plural forms of other languages. */
declare const __GUARD_TEXTS__: Record<string, string>;

const MARKS = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/**
 * Keeps what the guard may have to say. In a page that stays open while the extension is updated the browser gives its old guard no more
 * texts (Chromium: "Extension context invalidated"), and what is held must still be said in words: in the person's own when `keep` was
 * called before, else in English. Not asked for at once: the first text costs Chromium a wait for another process, in every page.
 */
export function keepTexts(): { keep(): void } {
  const kept = new Map(Object.entries(__GUARD_TEXTS__));
  let isKept = false;
  takeMessages((key, substitutions) => {
    const text = browserText(key, substitutions);
    return text || (kept.get(key) ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[Number(n) - 1] ?? '');
  });

  function keep(): void {
    if (isKept) return;
    const own = [...kept.keys()].map((key) => [key, browserText(key, MARKS)] as const);
    isKept = own.some(([, text]) => text !== '');
    if (isKept) for (const [key, text] of own) kept.set(key, text);
  }
  return { keep };
}
