import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../lib/ui/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g), ([, k, v]) => [k, v]),
  );
}

const SCHEMES = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

/** Each colour of text, and what it stands on somewhere. */
const TEXT: Record<string, string[]> = {
  ink: ['paper', 'card', 'red-wash', 'amber-wash', 'teal-wash', 'quiet-wash'],
  'ink-soft': ['paper', 'card', 'amber-wash', 'quiet-wash'],
  teal: ['paper', 'card', 'teal-wash', 'quiet-wash', 'amber-wash'],
  red: ['paper', 'card', 'red-wash'],
  amber: ['paper', 'card', 'amber-wash'],
  quiet: ['paper', 'card', 'quiet-wash', 'red-wash', 'amber-wash'],
  'on-accent': ['teal'],
};

/** What must be seen but not read: edges of controls, icons, the focus ring. */
const SHAPES: Record<string, string[]> = {
  edge: ['paper', 'card'],
  teal: ['paper', 'card', 'red-wash'],
  red: ['amber-wash'],
};

describe.each(Object.entries(SCHEMES))('in the %s scheme', (_, palette) => {
  const pairs = (list: Record<string, string[]>) =>
    Object.entries(list).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

  test.each(pairs(TEXT))('text of colour %s can be read on %s', (front, ground) => {
    expect(contrast(palette[front] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(SHAPES))('a shape of colour %s can be seen on %s', (front, ground) => {
    expect(contrast(palette[front] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('contrast is computed as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
