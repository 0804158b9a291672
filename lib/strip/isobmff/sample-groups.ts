import { view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { type Box, fourLetters } from './box.ts';
import { type Copy, copyBytes, freeBox, keepBox, table } from './rules.ts';

/** Groups of samples that a decoder starts from or skips (ISO/IEC 14496-12 section 10; ISO/IEC 14496-15). Others are only notes. */
const GROUPS = 'roll prol rap  sync tele tsas tscl refs alst avss stsa sap  oinf linf trif nalm eqiv'.match(
  /.{4}(?= |$)/g,
);

/** Sections 8.7.3.2 and 8.7.3.3: without a table when all samples have the same size. */
export function sampleSizes(box: Box, copy: Copy): void {
  const { type, start, dataAt, end } = box;
  const data = view(copy.source);
  const bits = type === 'stz2' ? data.getUint8(dataAt + 7) : data.getUint32(dataAt + 4) === 0 ? 32 : 0;
  const length = 12 + Math.ceil((data.getUint32(dataAt + 8) * bits) / 8);
  if (dataAt + length > end) throw new Misfit(BAD_LENGTHS);
  copyBytes(copy, start, dataAt + length);
}

/** Section 8.9.2. */
export function groups(box: Box, copy: Copy): void {
  if (!isNeeded(box, copy)) freeBox(box, copy);
  else table(copy.source[box.dataAt] === 1 ? 16 : 12, 8)(box, copy);
}

/** Section 8.9.3. */
export function groupDescription(box: Box, copy: Copy): void {
  (isNeeded(box, copy) ? keepBox : freeBox)(box, copy);
}

function isNeeded({ dataAt }: Box, { source }: Copy): boolean {
  return GROUPS?.includes(fourLetters(source, dataAt + 4)) ?? false;
}
