import { type Bytes, latin1, readBytes, view } from '../bytes.ts';
import { isNumberText, isNumeric } from '../numbers.ts';
import type { Element, Header, Property } from './header.ts';

const STEP = 4_194_304;

/** Where the elements end. `isWhole`: all of them are there; `isSound`: nothing else is among them. */
export type Body = { end: number; isWhole: boolean; isSound: boolean };

/** Finds the end of the elements. Those of a fixed length are not read. */
export async function findEnd(file: Blob, header: Header): Promise<Body> {
  return header.encoding === 'ascii' ? endOfText(file, header) : endOfBinary(file, header);
}

async function endOfBinary(file: Blob, header: Header): Promise<Body> {
  let at = header.end;
  for (const element of header.elements) {
    const { count, properties } = element;
    const isFixed = properties.every(({ countSize }) => countSize === 0);
    if (isFixed) at += count * properties.reduce((sum, { size }) => sum + size, 0);
    else at = await endOfLists(file, at, element, header.encoding === 'binary_little_endian');
    if (at > file.size) return { end: file.size, isWhole: false, isSound: true };
  }
  return { end: at, isWhole: true, isSound: true };
}

/** Goes from list to list. Gives a place behind the end of the file when that ends sooner. */
async function endOfLists(
  file: Blob,
  start: number,
  element: Element,
  littleEndian: boolean,
): Promise<number> {
  const steps = stepsOf(element.properties);
  let at = start;
  for (let left = element.count; left > 0; ) {
    if (at >= file.size) return Number.POSITIVE_INFINITY;
    const { done, end } = skip(await readBytes(file, at, at + STEP), steps, left, littleEndian);
    at = done > 0 ? at + end : await skipOne(file, at, steps, littleEndian);
    left -= Math.max(done, 1);
  }
  return at;
}

/** Skips an element that is longer than what is read at a time: a mesh can be one strip. */
async function skipOne(
  file: Blob,
  start: number,
  steps: readonly Property[],
  littleEndian: boolean,
): Promise<number> {
  let at = start;
  for (const { size, countSize } of steps) {
    const count = await readBytes(file, at, at + countSize);
    if (count.length < countSize) return Number.POSITIVE_INFINITY;
    at += countSize === 0 ? size : countSize + size * countAt(view(count), 0, countSize, littleEndian);
  }
  return at;
}

/** Neighbouring single values count as one. */
function stepsOf(properties: readonly Property[]): Property[] {
  const steps: Property[] = [];
  for (const property of properties) {
    const last = steps.at(-1);
    if (last && last.countSize === 0 && property.countSize === 0) last.size += property.size;
    else steps.push({ ...property });
  }
  return steps;
}

/** Skips as many elements as are whole in `bytes`. */
function skip(
  bytes: Bytes,
  steps: readonly Property[],
  most: number,
  littleEndian: boolean,
): { done: number; end: number } {
  const data = view(bytes);
  let at = 0;
  for (let done = 0; done < most; done++) {
    let next = at;
    for (const { size, countSize } of steps) {
      if (next + countSize > bytes.length) return { done, end: at };
      next += countSize === 0 ? size : countSize + size * countAt(data, next, countSize, littleEndian);
    }
    if (next > bytes.length) return { done, end: at };
    at = next;
  }
  return { done: most, end: at };
}

function countAt(data: DataView, at: number, size: number, littleEndian: boolean): number {
  if (size === 1) return data.getUint8(at);
  return size === 2 ? data.getUint16(at, littleEndian) : data.getUint32(at, littleEndian);
}

/** One line for each element, of numbers and nothing else. */
async function endOfText(file: Blob, header: Header): Promise<Body> {
  let left = header.elements.reduce((sum, { count }) => sum + count, 0);
  let at = header.end;
  while (left > 0 && at < file.size) {
    const bytes = await readBytes(file, at, at + STEP);
    const isLast = at + bytes.length >= file.size;
    let start = 0;
    while (start < bytes.length) {
      const found = bytes.indexOf(10, start);
      if (found < 0 && !isLast) break;
      const end = found < 0 ? bytes.length : found;
      const last = bytes[end - 1] === 13 ? end - 1 : end;
      if (left === 0 && hasWord(bytes, start, last)) break;
      if (!isNumeric(bytes, start, last) && !isNumberText(latin1(bytes, start, last)))
        return { end: at + start, isWhole: true, isSound: false };
      const isCutOff = left === 1 && found < 0 && !isComplete(latin1(bytes, start, last), header);
      if (hasWord(bytes, start, last) && !isCutOff) left--;
      start = Math.min(end + 1, bytes.length);
    }
    if (start === 0) return { end: at, isWhole: true, isSound: false };
    at += start;
  }
  return { end: at, isWhole: left === 0, isSound: true };
}

/** Has the last line, which has no end of line, all the numbers of its element? */
function isComplete(line: string, { elements }: Header): boolean {
  const numbers = line.trim().split(/\s+/);
  const properties = elements.findLast(({ count }) => count > 0)?.properties ?? [];
  let at = 0;
  for (const { countSize } of properties) at += countSize === 0 ? 1 : 1 + Number(numbers[at]);
  return numbers.length === at;
}

/** A line that is not empty. */
function hasWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 32) return true;
  return false;
}
