import { latin1, readBytes } from './bytes.ts';
import { foreignFiles } from './foreign.ts';
import type { Finding } from './types.ts';
import { size } from './words.ts';

/** How much of either end of the trailing data is looked at. */
const LOOK = 65_536;

const HDR = 'HDR layer (the picture stays as standard screens show it)';

/** What cameras, phones and editors put after the end of a picture, by a signature near either end of it. */
const SIGNATURES: readonly (readonly [signature: string, value: string])[] = [
  ['\xff\xd8\xff', 'another picture after the end'],
  ['\x89PNG\r\n', 'another picture after the end'],
  ['hdrgm:Version', HDR],
  ['urn:com:apple:photo:2020:aux:hdrgainmap', HDR],
  ['ftyp', 'a video (Motion Photo)'],
  ['SEFT', 'Samsung camera data'],
  ['AXS!', 'newspaper caption data (AFCP)'],
  ['CANON OPTIONAL DATA\0', 'Canon editing data'],
  ['~\x10\x04', 'metadata (MIE)'],
  ['cbipcbbl', 'Photo Mechanic data'],
  ['\xa1\xb2\xc3\xd4', 'FotoStation data'],
];

/** What stands after the end of a picture, from `start` to `end`. At least one finding, except for nothing at all. */
export async function trailingFindings(file: Blob, start: number, end: number): Promise<Finding[]> {
  const where = 'after the end';
  const head = await readBytes(file, start, Math.min(start + LOOK, end));
  const tail = await readBytes(file, Math.max(start, end - LOOK), end);
  if (end - start <= LOOK && head.every((byte) => byte === 0)) {
    return [{ kind: 'trailing', where, value: `${size(end - start)} of empty padding` }];
  }
  const text = `${latin1(head)}\n${latin1(tail)}`;
  const known = SIGNATURES.filter(([signature]) => text.includes(signature)).map(([, value]) => value);
  const values = new Set([...known, ...foreignFiles(head), ...foreignFiles(tail)]);
  if (values.size === 0) values.add(`${size(end - start)} of unknown data`);
  return [...values].map((value) => ({ kind: 'trailing', where, value }));
}
