import { view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';

/** Reads numbers one after the other. */
export class Reader {
  private readonly data: DataView;
  private readonly end: number;
  at: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.data = view(bytes);
    this.at = at;
    this.end = end;
  }

  /** A number of 0, 1, 2, 4 or 8 bytes. Throws `Misfit` beyond the end. */
  number(width: number): number {
    const { data, at } = this;
    this.at += width;
    if (this.at > this.end) throw new Misfit(BAD_LENGTHS);
    if (width === 0) return 0;
    if (width === 1) return data.getUint8(at);
    if (width === 2) return data.getUint16(at);
    if (width === 4) return data.getUint32(at);
    if (width === 8) return Number(data.getBigUint64(at));
    throw new Misfit(BAD_LENGTHS);
  }

  /** A box's version and flags. */
  versionAndFlags(): { version: number; flags: number } {
    const both = this.number(4);
    return { version: both >>> 24, flags: both & 0xffffff };
  }
}
