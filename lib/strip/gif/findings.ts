import { type Bytes, guessText, hasText, latin1 } from '../bytes.ts';
import { promptIn } from '../prompts.ts';
import { say } from '../sentences.ts';
import type { Finding } from '../types.ts';
import { size, words } from '../words.ts';
import { xmpFindings } from '../xmp.ts';
import { joinBlocks } from './blocks.ts';

const COMMENT = 0xfe;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;
const NAME = { start: 3, end: 14 } as const;
/** Fixed block of a plain text extension: its grid and colours (section 25). */
const GRID = 12;

/** What an extension that goes tells. `block` is all of it, or the first part. At least one finding. */
export function extensionFindings(block: Bytes, length: number): Finding[] {
  const label = block[1];
  if (label === COMMENT) return textFindings('GIF Comment', joinBlocks(block.subarray(2)));
  if (label === PLAIN_TEXT)
    return textFindings('GIF PlainText', joinBlocks(block.subarray(2)).subarray(GRID));
  if (label === APPLICATION) return applicationFindings(block, length);
  return [{ kind: 'other', where: 'GIF extension', value: size(length) }];
}

function textFindings(where: string, bytes: Bytes): Finding[] {
  const text = guessText(bytes);
  const prompt = promptIn(text);
  return [
    prompt
      ? { kind: 'prompt', where, value: prompt }
      : { kind: 'comment', where, value: words(text) || undefined },
  ];
}

/** XMP stands there as it is, not in sub-blocks (XMP specification part 3, section 1.1.2). */
function applicationFindings(block: Bytes, length: number): Finding[] {
  const data = block.subarray(NAME.end);
  if (hasText(block, 'XMP Data', NAME.start))
    return xmpFindings(hasText(data, '<') ? data : joinBlocks(data));
  const where = `GIF ${words(latin1(block, NAME.start, NAME.end))}`;
  return hasText(block, 'C2PA', NAME.start)
    ? [{ kind: 'provenance', where, value: say('c2pa') }]
    : [{ kind: 'other', where, value: size(length) }];
}
