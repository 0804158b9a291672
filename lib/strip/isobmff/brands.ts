// File type box (ISO/IEC 14496-12 section 4.3)
import { view } from '../bytes.ts';
import { type Box, fourLetters } from './box.ts';
import { type Copy, copyBytes, rename } from './rules.ts';

/** Brands that say how to read a file. Others name the maker of a camera ("CAEP", "XAVC") or of a program. */
const GENERIC =
  /^(?:iso[m1-9a-z]|mp4[1-9]|avc[1-4]|hvc1|hev1|av01|vp09|qt {2}|M4[VAP] |3g[p2][0-9a-z]|mmp4|dash|ms[dimf][hxs123]|cm[f2][a-z0-9]|dby1|mi[fa][12f]|MiHB|MiHE|MiPr|MiAn|MiCm|msf1|hei[cxmsf]|hev[cxms]|avif|avis|avio|avci|avcs|MA1[AB]|tmap|unif|vvic|vvis|jpeg|jpgs|j2ki|j2is|1pic|geo1|f4v |mp71|iso\w|uvvu|lmsg|ccff|piff|\0{4})$/;

/** What kind of file it says to be, with brands of makers replaced by a general one. A version that could be a date goes. */
export function fileType(box: Box, copy: Copy): void {
  const { source, target } = copy;
  const isSmall = view(source).getUint16(box.dataAt + 4) === 0;
  copyBytes(copy, box.start, box.dataAt + (isSmall ? 8 : 4));
  const major = fourLetters(source, box.dataAt);
  const general = majorOf(source, box);
  if (!GENERIC.test(major)) rename(target, box.dataAt, general);
  for (let at = box.dataAt + 8; at + 4 <= box.end; at += 4) {
    const brand = fourLetters(source, at);
    rename(target, at, GENERIC.test(brand) ? brand : general);
    if (!GENERIC.test(brand))
      copy.told.push(() => [{ kind: 'device', where: 'QuickTime CompatibleBrands', value: brand }]);
  }
}

/** The first general brand of the file. */
function majorOf(source: Uint8Array, { dataAt, end }: Box): string {
  for (let at = dataAt + 8; at + 4 <= end; at += 4) {
    const brand = fourLetters(source, at);
    if (GENERIC.test(brand)) return brand;
  }
  return 'isom';
}
