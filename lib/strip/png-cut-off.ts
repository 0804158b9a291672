import { type Bytes, concat } from './bytes.ts';
import type { Chunk } from './png-chunks.ts';
import { type Header, rowCheck } from './png-rows.ts';
import { isSwallowedForSure } from './swallowed.ts';
import type { Window } from './window.ts';
import { followZlib } from './zlib-end.ts';

/** A PNG that ends in the pixels of a frame: `pixels` from `frameAt` on are the whole chunks of it, `header` says what its pixels are. */
type CutOff = { file: Blob; window: Window; pixels: readonly Chunk[]; frameAt: number; header: Header };

/** The number of a chunk of a frame (section 11.3.5). */
export const SEQUENCE = 4;
/** Chunks whose names in the midst of pixel data mean that its length is wrong. */
const NEIGHBOURS = ['IDAT', 'IEND', 'fcTL', 'tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP', 'tIME', 'caBX'];
/** The codes of a picture are followed unless they are more than anybody has. */
const LARGEST_STREAM = 16_777_216;

/** Is there anything in a chunk that is cut off but the next codes of its picture? */
export async function holdsMore(
  { file, window, pixels, frameAt, header }: CutOff,
  last: Chunk,
): Promise<boolean> {
  const { dataAt } = last;
  if (await isSwallowedForSure(file, dataAt, file.size, NEIGHBOURS)) return true;
  const chunks = [...pixels.slice(frameAt), { ...last, dataEnd: Math.min(last.dataEnd, file.size) }];
  if (chunks.reduce((sum, each) => sum + each.dataEnd - each.dataAt, 0) > LARGEST_STREAM) return true;
  const pieces: Bytes[] = [];
  for (const { type, dataAt, dataEnd } of chunks)
    pieces.push(await window.copy(dataAt + (type === 'fdAT' ? SEQUENCE : 0), dataEnd));
  const stream = concat(pieces);
  const { state, end } = followZlib(stream, rowCheck(header));
  return state === 'broken' || state === 'endless' || end < stream.length;
}
