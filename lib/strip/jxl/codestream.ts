/** Bits, the lowest of each byte first (ISO/IEC 18181-1 annex B.2). */
class Bits {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++, this.at++)
      value += (((this.bytes[this.at >> 3] ?? 0) >> (this.at & 7)) & 1) * 2 ** i;
    return value;
  }
}

/** Lengths of the four ways to write a side. */
const SIDE_BITS = [9, 13, 18, 30];
const RATIOS: readonly (readonly [number, number])[] = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
];

/** What a codestream starts with. */
export const CODESTREAM = '\xff\x0a';

/** Width and height of a picture in pixels, by the first bytes of its codestream (ISO/IEC 18181-1, "Image size"). */
export function sizeOf(codestream: Uint8Array): { width: number; height: number } {
  const bits = new Bits(codestream.subarray(CODESTREAM.length));
  const isSmall = bits.take(1) === 1;
  const side = () => (isSmall ? 8 * (1 + bits.take(5)) : 1 + bits.take(SIDE_BITS[bits.take(2)] ?? 0));
  const height = side();
  const ratio = RATIOS[bits.take(3) - 1];
  return { height, width: ratio ? Math.floor((height * ratio[0]) / ratio[1]) : side() };
}
