// Text that image generators hide in the lowest bits of pixels ("stealth PNG info" of Stable Diffusion WebUI; NovelAI's "LSB metadata")
import { type Bytes, latin1, utf8, view } from './bytes.ts';
import { promptIn } from './prompts.ts';
import { type Said, say } from './sentences.ts';
import type { Finding } from './types.ts';
import { words } from './words.ts';
import { gunzip } from './zlib.ts';

/** Decoded pixels: four bytes each, red, green, blue, alpha, row by row. `read` gives those of a rectangle. */
export type Pixels = {
  width: number;
  height: number;
  read(x: number, y: number, width: number, height: number): Uint8Array | Uint8ClampedArray;
};

/** Where a text is hidden, and what it says: the first million characters of it; `bytes` is how long it is where it is hidden. */
export type HiddenText = { channel: 'alpha' | 'colours'; text: string; bytes: number };

type Way = { channel: HiddenText['channel']; isByColumns: boolean };
type Kind = { channel: HiddenText['channel']; isPacked: boolean };

/** What the hidden bytes start with; then come 32 bits that say how many bits follow. */
const KINDS: Readonly<Record<string, Kind>> = {
  stealth_pnginfo: { channel: 'alpha', isPacked: false },
  stealth_pngcomp: { channel: 'alpha', isPacked: true },
  stealth_rgbinfo: { channel: 'colours', isPacked: false },
  stealth_rgbcomp: { channel: 'colours', isPacked: true },
};
/** All writers go down the columns, as numpy does it for a turned array; some ports go along the rows. */
const WAYS: readonly Way[] = [
  { channel: 'alpha', isByColumns: true },
  { channel: 'colours', isByColumns: true },
  { channel: 'alpha', isByColumns: false },
  { channel: 'colours', isByColumns: false },
];
/** Places in a pixel that carry a bit each. */
const CARRIERS = { alpha: [3], colours: [0, 1, 2] } as const;
const SIGNATURE = 15;
const LENGTH = 4;
const HEAD = SIGNATURE + LENGTH;
/** More of a text is not read: a prompt has some thousand bytes, a workflow some hundred thousand. */
const LONGEST = 1_048_576;

/** The text that is hidden in the lowest bits of a picture; null when there is none. Reads a line of pixels, and more only when there is one. */
export async function hiddenText(pixels: Pixels): Promise<HiddenText | null> {
  for (const way of WAYS) {
    const head = bytesIn(pixels, way, HEAD);
    const kind = KINDS[latin1(head, 0, SIGNATURE)];
    if (head.length < HEAD || kind?.channel !== way.channel) continue;
    const bytes = Math.ceil(view(head).getUint32(SIGNATURE) / 8);
    const body = bytesIn(pixels, way, HEAD + Math.min(bytes, LONGEST)).subarray(HEAD);
    const text = utf8(kind.isPacked ? await gunzip(body, LONGEST) : body);
    return { channel: way.channel, text, bytes };
  }
  return null;
}

/** What a hidden text tells. */
export function hiddenTextFinding({ text, channel }: HiddenText): Finding {
  const where: Said = say(channel === 'alpha' ? 'at_alpha_bits' : 'at_colour_bits');
  const value = promptIn(text) ?? (words(text) || undefined);
  return { kind: 'prompt', where, value };
}

/** The first `count` bytes that the lowest bits make, the highest bit first; fewer when the picture ends. */
function bytesIn(pixels: Pixels, { channel, isByColumns }: Way, count: number): Bytes {
  const { width, height } = pixels;
  const carriers = CARRIERS[channel];
  const line = isByColumns ? height : width;
  const needed = Math.ceil((count * 8) / carriers.length);
  const lines = Math.min(Math.ceil(needed / Math.max(line, 1)), isByColumns ? width : height);
  const bytes = new Uint8Array(Math.min(count, Math.floor((lines * line * carriers.length) / 8)));
  let bit = 0;
  for (let i = 0; i < lines; i++) {
    const data = isByColumns ? pixels.read(i, 0, 1, height) : pixels.read(0, i, width, 1);
    for (let at = 0; at < data.length; at += 4) {
      for (const carrier of carriers) {
        if (bit >= bytes.length * 8) return bytes;
        bytes[bit >> 3] = ((bytes[bit >> 3] ?? 0) << 1) | ((data[at + carrier] ?? 0) & 1);
        bit++;
      }
    }
  }
  return bytes;
}

/**
 * Makes the lowest bit of every byte the same as its highest, in place: whatever was hidden there is gone. Nobody sees it; black stays black,
 * white white, and what was opaque stays so.
 */
export function levelLowBits(rgba: Uint8Array): void {
  for (let i = 0; i < rgba.length; i++) {
    const value = rgba[i] ?? 0;
    rgba[i] = (value & 0xfe) | (value >> 7);
  }
}
