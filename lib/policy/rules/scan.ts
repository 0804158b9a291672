// Every repetition that can fail is bounded, so that reading stays linear on a line of a million signs.
const WORD =
  /https?:\/\/[^\s)\]>]+|[\w.+-]{1,64}@[\w.-]{1,255}|\be-?mail(?=s?\b)|\bU\.S\.(?:A\.)?|[\p{L}\p{N}]+(?:['’][\p{L}]{1,3})?|%/iuy;

const [APOSTROPHE, HYPHEN, FULL_STOP, COLON, PERCENT] = [39, 45, 46, 58, 37];
const BEYOND_ASCII = 128;

/**
 * Calls `found` with where each word of a text starts and ends, in order. A link, an e-mail address and "e-mail" are one word each.
 * Words of plain letters are most of any text and are read letter by letter; the expression above, which costs three times as
 * much, reads what may be anything else.
 */
export function eachWord(text: string, found: (start: number, end: number) => void): void {
  const hasAddress = text.includes('@');
  let at = 0;
  while (at < text.length) {
    const plain = hasAddress ? at : plainEnd(text, at);
    const end = plain > at ? plain : otherEnd(text, at, hasAddress);
    if (end > at) found(at, end);
    at = end > at ? end : at + 1;
  }
}

/** Where the plain word ends that starts here; `at` itself when there is none, or it may be more than a plain word. */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (isPlain(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  if (next === APOSTROPHE || next >= BEYOND_ASCII) return at;
  return end > at && isSpecial(text, at, end, next) ? at : end;
}

/** Is it the beginning of a link, "U.S.", or "e-mail" with or without its hyphen? */
function isSpecial(text: string, at: number, end: number, next: number): boolean {
  switch (text[at]) {
    case 'h':
    case 'H':
      return next === COLON;
    case 'u':
    case 'U':
      return next === FULL_STOP && end - at === 1;
    case 'e':
    case 'E':
      return (next === HYPHEN && end - at === 1) || /^mail/i.test(text.slice(at + 1, at + 5));
    default:
      return false;
  }
}

function otherEnd(text: string, at: number, hasAddress: boolean): number {
  const code = text.charCodeAt(at);
  // Without an address in the text, no word starts with a sign but "%".
  if (!hasAddress && code < BEYOND_ASCII && code !== PERCENT && !isPlain(code)) return at;
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

/** A letter or a digit of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
