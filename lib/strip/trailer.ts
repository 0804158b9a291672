import { latin1, readBytes } from './bytes.ts';
import { foreignFiles } from './foreign.ts';
import { say } from './sentences.ts';
import type { Finding } from './types.ts';
import { size } from './words.ts';

/** How much of either end of the trailing data is looked at. */
const LOOK = 65_536;

const HDR = say('hdr_layer');

/** What cameras, phones and editors put after the end of a picture, by a signature near either end of it. */
const SIGNATURES: readonly (readonly [signature: string, value: string])[] = [
  ['\xff\xd8\xff', say('another_picture')],
  ['\x89PNG\r\n', say('another_picture')],
  ['hdrgm:Version', HDR],
  ['urn:com:apple:photo:2020:aux:hdrgainmap', HDR],
  ['ftyp', say('motion_photo')],
  ['SEFT', say('samsung')],
  ['AXS!', say('afcp')],
  ['CANON OPTIONAL DATA\0', say('canon_vrd')],
  ['~\x10\x04', say('mie')],
  ['cbipcbbl', say('photo_mechanic')],
  ['\xa1\xb2\xc3\xd4', say('fotostation')],
];

/** What stands after the end of a picture, from `start` to `end`. At least one finding, except for nothing at all. */
export async function trailingFindings(file: Blob, start: number, end: number): Promise<Finding[]> {
  const where = say('at_end');
  const head = await readBytes(file, start, Math.min(start + LOOK, end));
  const tail = end - start > LOOK ? await readBytes(file, end - LOOK, end) : new Uint8Array(0);
  if (end - start <= LOOK && head.every((byte) => byte === 0)) {
    return [{ kind: 'trailing', where, value: say('padding', size(end - start)) }];
  }
  const text = `${latin1(head)}\n${latin1(tail)}`;
  const known = SIGNATURES.filter(([signature]) => text.includes(signature)).map(([, value]) => value);
  const values = new Set([...known, ...foreignFiles(head), ...foreignFiles(tail)]);
  if (values.size === 0) values.add(say('unknown_data', size(end - start)));
  return [...values].map((value) => ({ kind: 'trailing', where, value }));
}
