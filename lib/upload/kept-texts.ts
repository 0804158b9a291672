import { browserText, takeMessages } from '../i18n.ts';
import { SENTENCES } from '../strip/sentence-list.ts';
import { REMARKS } from './remarks.ts';

/** Put in by the build: the other English texts that the guard may say, and '' for the plural forms of other languages. */
declare const __GUARD_TEXTS__: Record<string, string>;

/** Every text that the guard may say, in English, by its key. */
function englishTexts(): Map<string, string> {
  return new Map([
    ...Object.entries(__GUARD_TEXTS__),
    ...Object.entries(SENTENCES).map(([id, text]) => [`strip_${id}`, text] as const),
    ...Object.entries(REMARKS).map(([id, text]) => [`guard_to_${id}`, text] as const),
  ]);
}

const MARKS = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/**
 * Keeps what the guard may have to say. In a page that stays open while the extension is updated the browser gives its old guard no more
 * texts (Chromium: "Extension context invalidated"), and what is held must still be said in words: in the person's own when `keep` was
 * called before, else in English. Not asked for at once: the first text costs Chromium a wait for another process, in every page.
 */
export function keepTexts(): { keep(): void } {
  let kept: Map<string, string> | undefined;
  let isKept = false;
  takeMessages((key, substitutions) => {
    const text = browserText(key, substitutions);
    if (text) return text;
    kept ??= englishTexts();
    return (kept.get(key) ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[Number(n) - 1] ?? '');
  });

  function keep(): void {
    if (isKept) return;
    kept ??= englishTexts();
    const own = [...kept.keys()].map((key) => [key, browserText(key, MARKS)] as const);
    isKept = own.some(([, text]) => text !== '');
    if (isKept) kept = new Map(own);
  }
  return { keep };
}
