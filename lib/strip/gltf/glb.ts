// GLB (glTF 2.0 specification, ISO/IEC 12113, section 4 "GLB File Format Specification")

import { type Bytes, concat, fromLatin1, hasText, readBytes, view } from '../bytes.ts';
import {
  type Container,
  drop,
  hopeless,
  keep,
  MODEL_TRUNCATED,
  type Part,
  rewrite,
  type Step,
  type StripInner,
} from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { trailingFindings } from '../trailer.ts';
import type { StripOptions } from '../types.ts';
import { size, words } from '../words.ts';
import { cleanDocument } from './document.ts';

/** `end` is behind the data. */
type Chunk = { type: string; start: number; dataAt: number; end: number };

/** What happens to each chunk is decided by its place: description and buffer stay, cleaned; any other is dropped. */
const [JSON_CHUNK, BIN_CHUNK] = ['JSON', 'BIN\0'];
const HEADER = 12;
const CHUNK_HEADER = 8;
const MOST_CHUNKS = 1000;

export const glb: Container = {
  format: 'glb',
  recognize: (head) => hasText(head, 'glTF\x02\0\0\0'),
  walk,
};

/** Reads the description and the pictures; of the buffer what no part of the model uses. */
async function* walk(file: Blob, options: StripOptions, inner: StripInner): AsyncGenerator<Step> {
  try {
    yield* steps(file, options, inner);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    yield hopeless(error.problem);
  }
}

async function* steps(file: Blob, options: StripOptions, inner: StripInner): AsyncGenerator<Step> {
  const { chunks, end } = await chunksOf(file);
  const [description, second] = chunks;
  if (description?.type !== JSON_CHUNK) throw new Misfit(say('model_missing'));
  const bin = second?.type === BIN_CHUNK ? second : undefined;
  const document = await cleanDocument(
    file.slice(description.dataAt, description.end),
    options,
    inner,
    bin && file.slice(bin.dataAt, bin.end),
  );
  if ('problem' in document) return yield document;
  yield* document.problems;
  const json = chunk(JSON_CHUNK, padded(document.json));
  const length = HEADER + json.length + (bin ? bin.end - bin.start : 0);
  yield rewrite(0, HEADER, () => concat([fromLatin1('glTF'), uint32(2), uint32(length)]));
  yield rewrite(
    HEADER,
    description.end,
    () => json,
    () => document.findings,
  );
  if (bin) yield* [keep(bin.start, bin.dataAt), ...document.bin.map((part) => moved(part, bin.dataAt))];
  for (const other of chunks.slice(bin ? 2 : 1)) yield dropped(other);
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** The chunks up to the length that the file says it has. Throws `Misfit` when it is shorter. */
async function chunksOf(file: Blob): Promise<{ chunks: Chunk[]; end: number }> {
  const header = await readBytes(file, 0, HEADER);
  const end = header.length < HEADER ? HEADER : view(header).getUint32(8, true);
  if (end > file.size) throw new Misfit(MODEL_TRUNCATED);
  const chunks: Chunk[] = [];
  for (let at = HEADER; at < end; at = chunks.at(-1)?.end ?? end) {
    const head = await readBytes(file, at, at + CHUNK_HEADER);
    const dataAt = at + CHUNK_HEADER;
    const chunkEnd = dataAt + (dataAt > end ? 0 : view(head).getUint32(0, true));
    if (chunkEnd > end || chunks.length > MOST_CHUNKS) throw new Misfit(BAD_LENGTHS);
    chunks.push({ type: String.fromCharCode(...head.subarray(4)), start: at, dataAt, end: chunkEnd });
  }
  return { chunks, end };
}

function moved(part: Part, by: number): Part {
  return { ...part, start: part.start + by, end: part.end + by };
}

function dropped({ type, start, dataAt, end }: Chunk): Part {
  return drop(start, end, () => [
    { kind: 'other', where: `GLB ${words(type)} chunk`, value: size(end - dataAt) },
  ]);
}

function chunk(type: string, data: Bytes): Bytes {
  return concat([uint32(data.length), fromLatin1(type), data]);
}

/** To a multiple of four bytes, with blanks. */
function padded(json: Bytes): Bytes {
  return concat([json, fromLatin1(' '.repeat((4 - (json.length % 4)) % 4))]);
}

function uint32(value: number): Bytes {
  const data = new DataView(new ArrayBuffer(4));
  data.setUint32(0, value, true);
  return new Uint8Array(data.buffer);
}
