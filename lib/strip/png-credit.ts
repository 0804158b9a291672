import { type Bytes, concat, fromLatin1, guessText, hasText, latin1, utf8 } from './bytes.ts';
import { keptXmp } from './credit/xmp.ts';
import { textBytes } from './png-findings.ts';

const XMP = 'XML:com.adobe.xmp';
/** Keywords under which names stand (PNG Third Edition, section 11.3.3.1). */
const CREDITS = ['Author', 'Copyright'];
const LONGEST_LINE = 2_000;
const LONGEST_KEYWORD = 79;
/** Behind the keyword: not compressed, of no language, keyword not translated (section 11.3.3.4). */
const PLAIN = '\0\0\0\0\0';

/** A text chunk, ready to be written. */
export type Text = { type: string; data: Bytes };

/** A text chunk with nothing in it but the credit lines of another one, and not compressed; null when there are none. */
export async function creditText(type: string, data: Bytes): Promise<Text | null> {
  const keyword = latin1(data, 0, Math.max(data.subarray(0, LONGEST_KEYWORD + 1).indexOf(0), 0));
  const isXmp = keyword === XMP && type === 'iTXt';
  if (!isXmp && !CREDITS.includes(keyword)) return null;
  const text = await textBytes(type, data.subarray(keyword.length + 1));
  if (type === 'tEXt' && line(latin1(text)))
    return { type, data: fromLatin1(`${keyword}\0${line(latin1(text))}`) };
  const plain = line(type === 'iTXt' ? utf8(text) : guessText(text));
  const kept = isXmp ? keptXmp(text) : plain && new TextEncoder().encode(plain);
  return kept ? { type: 'iTXt', data: concat([fromLatin1(keyword + PLAIN), kept]) } : null;
}

/** Of XMP there may be one chunk (section 11.3.3.5). */
export function isXmpText(data: Bytes): boolean {
  return hasText(data, `${XMP}\0`);
}

/** One line; undefined for a text that is empty, too long, or has something behind its end. */
function line(text: string): string | undefined {
  const plain = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return plain === '' || plain.length > LONGEST_LINE || text.includes('\0') ? undefined : plain;
}
