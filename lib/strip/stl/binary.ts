// Binary STL (3D Systems, "StereoLithography Interface Specification", section 6.6.1)
import { type Bytes, latin1, readBytes, view } from '../bytes.ts';
import { type Container, drop, hopeless, keep, MODEL_TRUNCATED, rewrite, type Step } from '../container.ts';
import { byteNoteFinding } from '../notes.ts';
import { say } from '../sentences.ts';
import { isSwallowed } from '../swallowed.ts';
import { trailingFindings } from '../trailer.ts';
import type { Finding } from '../types.ts';

const HEADER = 80;
const TRIANGLES_AT = 84;
const TRIANGLE = 50;
/** What stays of the header: the colours of programs that keep them there, each with the length of its value. */
const COLOURS: Record<string, number> = { 'COLOR=': 4, 'MATERIAL=': 12 };
/** Without the exact length a file is taken for an STL by its triangles; more of them nobody has, and text looks like more. */
const MOST_TRIANGLES = 100_000_000;
const LONGEST_NORMAL = 1.01;
/** How much of the last triangles is looked at. */
const LOOK = 65_536;

export const binaryStl: Container = { format: 'stl', recognize, walk };

/** There is no signature: the length fits the number of triangles, or the first triangles look like some. */
function recognize(head: Uint8Array, size: number): boolean {
  if (size < TRIANGLES_AT + TRIANGLE) return false;
  const count = view(head).getUint32(HEADER, true);
  const length = TRIANGLES_AT + count * TRIANGLE;
  if (count === 0) return false;
  return length === size || (count < MOST_TRIANGLES && size < 2 * length && hasTriangles(head, count));
}

function hasTriangles(head: Uint8Array, count: number): boolean {
  const there = Math.min(count, Math.floor((head.length - TRIANGLES_AT) / TRIANGLE));
  const data = view(head);
  for (let i = 0; i < there; i++) {
    const numbers = Array.from({ length: 12 }, (_, n) =>
      data.getFloat32(TRIANGLES_AT + i * TRIANGLE + n * 4, true),
    );
    const [x = 0, y = 0, z = 0] = numbers;
    if (!numbers.every(isPlausible) || Math.hypot(x, y, z) > LONGEST_NORMAL) return false;
  }
  return there > 0;
}

/** A coordinate: zero, or of a size that things have. What other files hold there has mostly a wild exponent. */
function isPlausible(number: number): boolean {
  const length = Math.abs(number);
  return length === 0 || (length > 1e-20 && length < 1e9);
}

/** Reads the header only. */
async function* walk(file: Blob): AsyncGenerator<Step> {
  const header = await readBytes(file, 0, TRIANGLES_AT);
  const end = TRIANGLES_AT + view(header).getUint32(HEADER, true) * TRIANGLE;
  const fresh = cleanHeader(header.subarray(0, HEADER));
  yield rewrite(
    0,
    HEADER,
    () => fresh,
    () => headerFindings(header),
  );
  yield keep(HEADER, Math.min(end, file.size));
  // Readers give up where the file ends too soon.
  if (end > file.size) yield hopeless(MODEL_TRUNCATED);
  if (end < file.size) yield* trailer(file, end);
}

/** A file that is longer than its triangles may have a wrong number of them, so that the last ones are something else. */
async function* trailer(file: Blob, end: number): AsyncGenerator<Step> {
  if (await isSwallowed(file, Math.max(TRIANGLES_AT, end - LOOK), end)) yield hopeless(say('bad_lengths'));
  yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** Zeros, but for colours, which stay where they are. */
function cleanHeader(header: Bytes): Bytes {
  const fresh = new Uint8Array(HEADER);
  const text = latin1(header);
  for (const [name, length] of Object.entries(COLOURS)) {
    const at = text.indexOf(name);
    const end = at + name.length + length;
    if (at >= 0 && end <= HEADER) fresh.set(header.subarray(at, end), at);
  }
  return fresh;
}

function headerFindings(header: Bytes): Finding[] {
  const text = latin1(header, 0, HEADER)
    .replace(/[^ -~\x80-\xff]+/g, ' ')
    .trim();
  return text === '' ? [{ kind: 'other', where: 'STL header' }] : [byteNoteFinding('STL header', text)];
}
