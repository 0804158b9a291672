import { type Bytes, concat } from '../bytes.ts';
import { keptIptc } from '../credit/iptc.ts';
import { keptXmp } from '../credit/xmp.ts';
import { iptcFindings } from '../photoshop.ts';
import type { Finding } from '../types.ts';
import { xmpFindings } from '../xmp.ts';
import type { Plan } from './plan.ts';
import { type Entry, lengthOf, type Reader } from './reader.ts';
import { TAG } from './tags.ts';

type Block = {
  kept: (old: Bytes) => Bytes | null;
  tell: (block: Bytes) => Finding[];
};

/** Values that hold credit lines among other things. */
const BLOCKS: Readonly<Record<number, Block>> = {
  [TAG.xmp]: { kept: keptXmp, tell: xmpFindings },
  [TAG.iptc]: { kept: keptIptc, tell: iptcFindings },
};
/** Longer ones are not read: no camera or editor writes them. */
const LARGEST = 1_048_576;

export function isCreditBlock(tag: number): boolean {
  return tag in BLOCKS;
}

/**
 * Writes the credit lines of a value with XMP or IPTC in its place, and nothing else of it. Gives how many of the entry's values stay, 0 when
 * there are none. `told` takes what they tell.
 */
export async function writeCredit(
  { tag, type, at, length, isInline }: Entry,
  { reader, plan, told }: { reader: Reader; plan: Plan; told: Finding[] },
): Promise<number> {
  const block = BLOCKS[tag];
  const unit = lengthOf(type, 1);
  if (!block || unit === 0 || isInline || length > LARGEST) return 0;
  const kept = block.kept(await reader.bytes(at, at + length));
  if (!kept) return 0;
  const count = Math.ceil(kept.length / unit);
  if (count * unit > length) return 0;
  const fresh = concat([kept, new Uint8Array(count * unit - kept.length)]);
  plan.rewrite({ start: at, end: at + fresh.length, replace: () => fresh });
  told.push(...block.tell(fresh));
  return count;
}
