import { latin1, view } from '../bytes.ts';
import type { Format } from '../types.ts';
import { fourLetters } from './box.ts';

const STILL = /^(?:hei[cxms]|hev[cxms]|mif[12]|msf1|avci|avcs|vvic|vvis|jpeg|jpgs|j2ki|j2is|unif|miaf|1pic)$/;
/** Canon's raw photos, and pictures in a short form without boxes: both are built alike and not cleaned here. */
const OTHERS = ['crx ', 'mif3', 'JXL ', 'jp2 ', 'jpx '];
/** Boxes that a QuickTime movie without a file type starts with. */
const FIRST = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

/** Which of the formats made of boxes the first bytes of a file belong to, by its brands (ISO/IEC 14496-12 section 4.3); undefined for none. */
export function brandOf(head: Uint8Array): Format | undefined {
  if (head.length < 12) return undefined;
  const type = fourLetters(head, 4);
  if (type !== 'ftyp') return FIRST.includes(type) && (head[0] ?? 0) < 32 ? 'mov' : undefined;
  const major = fourLetters(head, 8);
  if (OTHERS.includes(major)) return undefined;
  if (major === 'qt  ') return 'mov';
  const compatible = latin1(head, 16, Math.min(view(head).getUint32(0), head.length)).match(/.{4}/gs) ?? [];
  if (/^avi[fso]$/.test(major)) return 'avif';
  if (!STILL.test(major)) return 'mp4';
  return compatible.some((brand) => /^avi[fs]$/.test(brand)) ? 'avif' : 'heif';
}
