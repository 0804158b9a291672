// Values in user data and lists: how they are wrapped
import { guessText, latin1, view, withoutTail } from '../bytes.ts';
import { type Box, boxesIn, fourLetters } from './box.ts';

/** The names of the values in `ilst` (QuickTime File Format, "Metadata item keys atom"). */
export function keysIn(data: Uint8Array, boxes: readonly Box[]): string[] {
  const keys = boxes.find(({ type }) => type === 'keys');
  return keys
    ? boxesIn(data, keys.dataAt + 8, keys.end).map(({ dataAt, end }) => latin1(data, dataAt, end))
    : [];
}

/** The text of a value: as iTunes, QuickTime and 3GPP wrap it, or as it stands. Empty when it is no text. */
export function valueText(content: Uint8Array): string {
  if (fourLetters(content, 4) === 'data') return readable(content.subarray(16));
  const data = view(content);
  const isQuickTime = content.length >= 4 && data.getUint16(0) === content.length - 4;
  const is3gpp = content.length > 6 && data.getUint32(0) === 0;
  return readable(content.subarray(isQuickTime ? 4 : is3gpp ? 6 : 0));
}

function readable(bytes: Uint8Array): string {
  const text = withoutTail(guessText(bytes.subarray(0, 65_536)), '\0');
  return /\p{Cc}/u.test(text.replaceAll(/\s/g, '')) ? '' : text;
}
