import { sameBytes } from '../bytes.ts';
import { blankProfileIdentity } from '../icc.ts';
import { profileFindings } from '../icc-findings.ts';
import { type Box, fourLetters } from './box.ts';
import { blankBox, type Copy, copyBytes, first } from './rules.ts';

/** Bytes of the kinds of colour information that are numbers (ISO/IEC 14496-12 section 12.1.5). */
const NUMBERS: Record<string, number> = { nclx: 11, nclc: 10 };

/** Colours stay; the names and dates of a profile are blanked in place. */
export function colour(box: Box, copy: Copy): void {
  const length = NUMBERS[fourLetters(copy.source, box.dataAt)];
  if (length === undefined) colourProfile(box, copy);
  else first(length)(box, copy);
}

function colourProfile(box: Box, copy: Copy): void {
  const { start, dataAt, end } = box;
  const profile = copy.source.subarray(dataAt + 4, end);
  const blank = copy.options.keepColourProfile === false ? null : blankProfileIdentity(profile);
  if (blank) {
    copyBytes(copy, start, dataAt + 4);
    copy.target.set(blank, dataAt + 4);
  } else blankBox(box, copy);
  if (!blank || !sameBytes(blank, profile)) copy.told.push(() => profileFindings(profile));
}
