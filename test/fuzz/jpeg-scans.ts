const START = Buffer.of(0xff, 0xd8, 0xff);
const GAIN_MAP = 'urn:iso:std:iso:ts:21496:-1\0';

/**
 * A copy of a JPEG with zeros for what is numbers to everybody: its coded data, which stands between a scan header and the next marker
 * (ITU-T T.81 annex B), the tables by which it is scaled (section B.2.4.1), and the fractions of a gain map.
 */
export function withoutScans(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg);
  for (let at = 0; at + 4 <= jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff || !hasLength(marker)) {
      at++;
      continue;
    }
    const start = at;
    const end = start + 2 + jpeg.readUInt16BE(start + 2);
    at = marker === 0xda ? endOfScan(jpeg, end) : end;
    if (marker === 0xda) copy.fill(0, end, at);
    if (marker === 0xdb) copy.fill(0, Math.min(start + 4, end), end);
    if (jpeg.toString('latin1', end - 61 - GAIN_MAP.length, end - 61) === GAIN_MAP)
      copy.fill(0, end - 61, end);
  }
  return copy;
}

/** The same for every JPEG within a file, each from where it starts: what stands between them may look like a marker. */
export function withoutScansWithin(file: Buffer): Buffer {
  const starts: number[] = [];
  for (let at = file.indexOf(START); at >= 0; at = file.indexOf(START, at + 1)) starts.push(at);
  const pieces = starts.map((start, i) => withoutScans(file.subarray(start, starts[i + 1])));
  return Buffer.concat([file.subarray(0, starts[0]), ...pieces]);
}

/** Neither fill, stuffing, restart, start nor end. */
function hasLength(marker: number): boolean {
  return marker >= 0xc0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd9);
}

function endOfScan(jpeg: Buffer, start: number): number {
  for (let at = jpeg.indexOf(0xff, start); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const code = jpeg[at + 1] ?? 0;
    if (code >= 0xc0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  return jpeg.length;
}
