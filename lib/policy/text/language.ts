/** Words that run through every text of a language and are rare in the others. */
const FUNCTION_WORDS: Record<string, string> = {
  en: 'the of and to you your our we is are this that with for not be or by it from',
  de: 'der die und das ist sie wir ihre nicht mit von zu den für auf eine werden oder bei auch',
  fr: 'les des est vous nous votre et une pour dans sur que par avec aux ces être sont pas du',
  es: 'los las que el una por para con usted nuestros su como sus del es no más se este datos',
  it: 'che di il per gli una della sono con del nostro questo dei nella dati non si può alla le',
  pt: 'que os uma para com não você dos sua nossos por seus como das ao pela dados são mais nós',
  nl: 'het een van wij uw niet zijn voor deze onze met aan op worden door dat bij ook gegevens de',
  pl: 'nie jest oraz przez dla się na które danych w do od tych lub może są jak po przy tym',
  sv: 'och att det som för är inte vi med din av till den har kan dina vår på eller om',
  tr: 've bir bu için ile veya olarak kişisel tarafından verilerinizi daha olan biz değil gibi siz',
  vi: 'và của chúng tôi bạn các cho được không thông tin này với khi có',
  id: 'dan yang untuk kami anda dengan dari atau ini tidak dalam pada data akan oleh',
};

/** Scripts that stand for one language here; kana goes before Han, which Japanese uses too. */
const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\u3040-\u30FF]/g],
  ['ko', /[\uAC00-\uD7AF]/g],
  ['zh', /[\u4E00-\u9FFF]/g],
  ['ru', /[\u0400-\u04FF]/g],
  ['ar', /[\u0600-\u06FF]/g],
  ['he', /[\u0590-\u05FF]/g],
  ['th', /[\u0E00-\u0E7F]/g],
  ['hi', /[\u0900-\u097F]/g],
  ['el', /[\u0370-\u03FF]/g],
];

const LANGUAGE_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of words.split(' ')) LANGUAGE_OF.set(word, [...(LANGUAGE_OF.get(word) ?? []), language]);
}

const SAMPLE = 60_000;
const ENOUGH_WORDS = 40;

/**
 * The language most of a text is written in.
 *
 * @param text plain text; its first 60,000 characters decide
 * @param hint a BCP 47 tag from the page, believed only for texts of fewer than 40 words
 * @returns ISO 639-1 code, or 'und' where neither text nor hint tells
 */
export function detectLanguage(text: string, hint?: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, letter] of SCRIPTS) {
    if ((sample.match(letter)?.length ?? 0) > letters * (language === 'ja' ? 0.1 : 0.3)) return language;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hinted = hint?.toLowerCase().split(/[-_]/)[0] || 'und';
  if (words.length < ENOUGH_WORDS) return hinted;
  const best = mostFunctionWords(words);
  return best.count * 12 >= words.length ? best.language : 'und';
}

function mostFunctionWords(words: string[]): { language: string; count: number } {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of LANGUAGE_OF.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [language, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0];
  return { language, count };
}
