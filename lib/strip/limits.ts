import { broken, type Problem } from './container.ts';
import { say } from './sentences.ts';

/** Longer sides than any camera or generator makes, and more pixels than a browser can show: a bomb for whoever decodes it. */
const LONGEST_SIDE = 65_500;
const MOST_PIXELS = 1_000_000_000;

export function isAbsurdlyLarge(width: number, height: number): boolean {
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
}

export function oversize(width: number, height: number): Problem {
  return broken(say('too_large', width, height));
}
