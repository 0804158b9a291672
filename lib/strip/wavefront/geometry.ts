import { NUMERIC } from '../numbers.ts';

/** The points, texture points and normals of an OBJ file, in the order in which faces refer to them. */
const POINTS = ['v', 'vt', 'vn'];
const FACES = ['f', 'l', 'p', 'fo'];
const code = (char: string): number => char.charCodeAt(0);
const [SPACE, TAB, SLASH, MINUS, ZERO, NINE] = [' ', '\t', '/', '-', '0', '9'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const [V, T, N, F] = ['v', 't', 'n', 'f'].map(code) as [number, number, number, number];

/** Counts what the lines of a file hold, and what they refer to. */
export class References {
  private readonly counts = [0, 0, 0];
  private readonly highest = [0, 0, 0];
  private hasBackward = false;

  /** Does every reference lead to a point? */
  get areFound(): boolean {
    return !this.hasBackward && this.highest.every((most, i) => most <= (this.counts[i] ?? 0));
  }

  /** A look at the bytes of a line: is it empty, or points or a face and nothing else? What it holds is counted. */
  isPlain(bytes: Uint8Array, start: number, end: number): boolean {
    if (start === end) return true;
    if (bytes[start] === F && isBlank(bytes[start + 1])) return this.face(bytes, start + 1, end);
    if (bytes[start] !== V) return false;
    const slot = bytes[start + 1] === T ? 1 : bytes[start + 1] === N ? 2 : 0;
    const at = start + (slot === 0 ? 1 : 2);
    if (!isBlank(bytes[at])) return false;
    for (let i = at; i < end; i++) if (NUMERIC[bytes[i] ?? 0] === 0) return false;
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    return true;
  }

  /** Counts a line that took more than a look. */
  note(keyword: string, rest: string): void {
    const slot = POINTS.indexOf(keyword);
    if (slot >= 0) this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    else if (FACES.includes(keyword)) for (const corner of rest.split(/\s+/)) this.corner(corner);
  }

  private corner(text: string): void {
    for (const [slot, number] of text.split('/').entries())
      if (number !== '') this.refer(slot, Number(number));
  }

  private face(bytes: Uint8Array, start: number, end: number): boolean {
    const [first = 0, second = 0, third = 0] = this.highest;
    let slot = 0;
    for (let at = start; at < end; ) {
      const byte = bytes[at] ?? 0;
      if (isBlank(byte)) slot = 0;
      else if (byte === SLASH) slot++;
      else {
        const next = this.number(bytes, at, end, slot);
        if (next === at || slot > 2) {
          this.highest.splice(0, 3, first, second, third);
          return false;
        }
        at = next;
        continue;
      }
      at++;
    }
    return true;
  }

  /** Reads a reference; gives where it ends, or `start` when there is none. */
  private number(bytes: Uint8Array, start: number, end: number, slot: number): number {
    let value = 0;
    let at = bytes[start] === MINUS ? start + 1 : start;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < ZERO || byte > NINE) break;
      value = value * 10 + byte - ZERO;
    }
    if (bytes[start] === MINUS && at === start + 1) return start;
    if (at > start) this.refer(slot, bytes[start] === MINUS ? -value : value);
    return at;
  }

  /** A negative number counts back from the last point before it. */
  private refer(slot: number, number: number): void {
    if (number > (this.highest[slot] ?? 0)) this.highest[slot] = number;
    if (-number > (this.counts[slot] ?? 0)) this.hasBackward = true;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}
