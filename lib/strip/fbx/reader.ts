import { type Bytes, latin1, view } from '../bytes.ts';
import { MODEL_TRUNCATED } from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import type { Window } from '../window.ts';

/** The record of one node, by its header (the format is described at code.blender.org, "FBX binary file format specification"). */
export type Node = {
  name: string;
  start: number;
  nameAt: number;
  valuesAt: number;
  childrenAt: number;
  end: number;
  count: number;
};
/** One value of a node: its place without the bytes that say its type and length. */
export type Value = { type: string; start: number; end: number };

/** From this version on places are written in 8 bytes. */
const WIDE_FROM = 7500;
const SCALARS: Record<string, number> = { Y: 2, C: 1, B: 1, I: 4, F: 4, D: 8, L: 8 };
const ARRAYS: Record<string, number> = { f: 4, d: 8, l: 8, i: 4, b: 1, c: 1 };

/** Reads the records of a binary FBX one after the other, without the arrays of numbers. */
export class Reader {
  private readonly window: Window;
  private readonly isWide: boolean;

  constructor(window: Window, version: number) {
    this.window = window;
    this.isWide = version >= WIDE_FROM;
  }

  /** The length of the record of zeros that ends a list of nodes. */
  get endLength(): number {
    return this.isWide ? 25 : 13;
  }

  /** The node at a place; null at the end of a list. `limit`: where the node around it ends. */
  async node(start: number, limit: number): Promise<Node | null> {
    const header = await this.window.copy(start, start + this.endLength);
    if (header.length < this.endLength) throw new Misfit(MODEL_TRUNCATED);
    const [end, count, length] = this.numbers(header);
    if (end === 0) {
      if (header.some((byte) => byte !== 0)) throw new Misfit(BAD_LENGTHS);
      return null;
    }
    const nameAt = start + this.endLength;
    const valuesAt = nameAt + (header[this.endLength - 1] ?? 0);
    const childrenAt = valuesAt + length;
    if (end > this.window.size) throw new Misfit(MODEL_TRUNCATED);
    if (!(childrenAt <= end && end <= limit)) throw new Misfit(BAD_LENGTHS);
    const name = latin1(await this.window.copy(nameAt, valuesAt));
    return { name, start, nameAt, valuesAt, childrenAt, end, count };
  }

  private numbers(header: Bytes): [end: number, count: number, length: number] {
    const data = view(header);
    const wide = (at: number) => Number(data.getBigUint64(at, true));
    if (this.isWide) return [wide(0), wide(8), wide(16)];
    return [data.getUint32(0, true), data.getUint32(4, true), data.getUint32(8, true)];
  }

  /** The values of a node. */
  async *values({ valuesAt, childrenAt, count }: Node): AsyncGenerator<Value> {
    let at = valuesAt;
    for (let i = 0; i < count; i++) {
      const value = await this.value(at);
      if (value.end > childrenAt) throw new Misfit(BAD_LENGTHS);
      yield value;
      at = value.end;
    }
    if (at !== childrenAt) throw new Misfit(BAD_LENGTHS);
  }

  private async value(at: number): Promise<Value> {
    const header = await this.window.copy(at, at + 13);
    const type = String.fromCharCode(header[0] ?? 0);
    const number = (place: number) =>
      header.length < place + 4 ? Number.NaN : view(header).getUint32(place, true);
    const scalar = SCALARS[type];
    if (scalar !== undefined) return { type, start: at + 1, end: at + 1 + scalar };
    if (type === 'S' || type === 'R') return { type, start: at + 5, end: at + 5 + number(1) };
    const item = ARRAYS[type];
    if (item === undefined) throw new Misfit(say('model_unknown_data'));
    return { type, start: at + 13, end: at + 13 + (number(5) === 0 ? number(1) * item : number(9)) };
  }

  /** The bytes of a value, or the first of them. */
  bytes({ start, end }: { start: number; end: number }, most = end - start): Promise<Bytes> {
    return this.window.copy(start, Math.min(end, start + most));
  }
}
