export const MOST_CODES = 4096;
const WIDEST = 12;

/**
 * Follows the codes of a coded picture without making its pixels (GIF89a, appendix F), to know where the picture ends: a decoder reads no
 * further, so what stands behind is hidden.
 */
export class LzwReader {
  /**
   * - `open`: more codes are expected
   * - `full`: all pixels are there, and the end code may follow
   * - `ended`: all pixels are there and nothing more is expected
   * - `short`: the end code came before all pixels did
   * - `broken`: there is a code that cannot be
   */
  state: 'open' | 'full' | 'ended' | 'short' | 'broken' = 'open';
  private readonly clear: number;
  /** Bits of a code behind a clear code. */
  private readonly least: number;
  /** How many pixels each code stands for. */
  private readonly lengths: Uint32Array;
  private pixelsLeft: number;
  private next = 0;
  private width = 0;
  /** The code before, -1 behind a clear code. */
  private previous = -1;
  private bits = 0;
  private bitCount = 0;

  /** `minimum`: the code size that the picture starts with. `pixels`: width times height. `room`: 4096 numbers to work in. */
  constructor(minimum: number, pixels: number, room: Uint32Array) {
    this.lengths = room.fill(1, 0, 1 << minimum);
    this.clear = 1 << minimum;
    this.pixelsLeft = pixels;
    this.least = minimum + 1;
    if (minimum < 2 || minimum >= WIDEST) this.state = 'broken';
    this.reset();
  }

  /** Reads the codes in `bytes` from `start` to `end` (exclusive). Gives the place behind the last byte that the picture needs. */
  read(bytes: Uint8Array, start: number, end: number): number {
    let needed = start;
    for (let at = start; at < end; at++) {
      this.bits |= (bytes[at] ?? 0) << this.bitCount;
      this.bitCount += 8;
      while (this.bitCount >= this.width) {
        const code = this.bits & ((1 << this.width) - 1);
        this.bits >>>= this.width;
        this.bitCount -= this.width;
        const isEndCode = code === this.clear + 1;
        if (this.state === 'full') {
          this.state = 'ended';
          return isEndCode ? at + 1 : needed;
        }
        this.take(code);
        needed = at + 1;
        if (this.state === 'short' || this.state === 'broken') return needed;
      }
      if (this.state === 'open') needed = at + 1;
    }
    return needed;
  }

  private take(code: number): void {
    if (code === this.clear) this.reset();
    else if (code === this.clear + 1) this.state = 'short';
    else if (code > this.next || (code === this.next && this.previous < 0)) this.state = 'broken';
    else this.draw(code);
  }

  private draw(code: number): void {
    if (this.previous >= 0 && this.next < MOST_CODES) {
      this.lengths[this.next++] = (this.lengths[this.previous] ?? 0) + 1;
      if (this.next === 1 << this.width && this.width < WIDEST) this.width++;
    }
    this.previous = code;
    this.pixelsLeft -= this.lengths[code] ?? 0;
    if (this.pixelsLeft <= 0) this.state = 'full';
  }

  private reset(): void {
    this.next = this.clear + 2;
    this.width = this.least;
    this.previous = -1;
  }
}
