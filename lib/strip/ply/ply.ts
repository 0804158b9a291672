// PLY (Greg Turk, "The PLY Polygon File Format", 1994)

import { fromLatin1, hasText, latin1, readBytes } from '../bytes.ts';
import {
  broken,
  type Container,
  drop,
  hopeless,
  keep,
  MODEL_TRUNCATED,
  type Part,
  rewrite,
  type Step,
} from '../container.ts';
import { byteNoteFinding } from '../notes.ts';
import { baseName, safeFileName } from '../paths.ts';
import { say } from '../sentences.ts';
import { isSwallowed } from '../swallowed.ts';
import { trailingFindings } from '../trailer.ts';
import { findEnd } from './body.ts';
import { type Header, type HeaderLine, readHeader } from './header.ts';

/** What happens to each line of the header, by its first word. One that is not here makes the header unreadable. */
const LINES: Record<string, (line: HeaderLine, newline: string) => Part> = {
  ply: kept,
  format: kept,
  element: kept,
  property: kept,
  end_header: kept,
  comment,
  obj_info: dropped,
  '': dropped,
};
/** Readers of textured scans find the picture by this comment. */
const TEXTURE = /^comment\s+TextureFile\s+(.+)$/i;
/** Headers are shorter than the first, mostly; no program writes a longer one than the last. */
const LONGEST_HEADER = [16_384, 1_048_576];
/** How much of the last elements is looked at. */
const LOOK = 65_536;

export const ply: Container = {
  format: 'ply',
  recognize: (head) => /^ply[ \t]*[\r\n]/.test(latin1(head, 0, 16)) && hasFormat(head),
  walk,
};

function hasFormat(head: Uint8Array): boolean {
  return latin1(head).includes('format ') && hasText(head, 'ply');
}

/** Reads the header, and of the elements as much as it takes to find their end. */
async function* walk(file: Blob): AsyncGenerator<Step> {
  const header = await headerOf(file);
  if (!header) return yield hopeless(say('text_header'));
  for (const line of header.lines)
    yield (LINES[line.text.split(/\s/, 1)[0] ?? ''] ?? dropped)(line, header.newline);
  const { end, isWhole, isSound } = await findEnd(file, header);
  if (!isSound) return yield hopeless(say('text_among_numbers'));
  yield keep(header.end, end);
  // Readers of numbers in binary form give up where the file ends too soon.
  if (!isWhole) yield header.encoding === 'ascii' ? broken(MODEL_TRUNCATED) : hopeless(MODEL_TRUNCATED);
  // A file that is longer than its elements may have a wrong number of them, so that the last ones are something else.
  const isLonger = isWhole && end < file.size && header.encoding !== 'ascii';
  if (isLonger && (await isSwallowed(file, Math.max(header.end, end - LOOK), end)))
    yield hopeless(say('bad_lengths'));
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

function kept({ start, end }: HeaderLine): Part {
  return keep(start, end);
}

function dropped({ start, end, text }: HeaderLine): Part {
  return drop(start, end, () =>
    text === '' ? [] : [byteNoteFinding('PLY comment', text.replace(/^\S+\s*/, ''))],
  );
}

function comment(line: HeaderLine, newline: string): Part {
  const { start, end } = line;
  const path = TEXTURE.exec(line.text)?.[1] ?? '';
  const name = safeFileName(baseName(path).trim());
  if (name === '') return dropped(line);
  return rewrite(
    start,
    end,
    () => fromLatin1(`comment TextureFile ${name}${newline}`),
    () => [{ kind: 'path', where: 'PLY TextureFile', value: path }],
  );
}

async function headerOf(file: Blob): Promise<Header | null> {
  for (const length of LONGEST_HEADER) {
    const header = readHeader(latin1(await readBytes(file, 0, length)));
    if (header) return header;
  }
  return null;
}
