import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flagsIn } from './help.ts';

// The many ways of saying a thing, and of seeming to, flag by flag. Each sentence was read blind first.

const sections = readFileSync(new URL('ways.txt', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1);

describe.each(
  sections.map((section) => {
    const [flag = '', ...lines] = section.trim().split('\n');
    return { flag, lines };
  }),
)('$flag', ({ flag, lines }) => {
  test.each(lines)('%s', (line) => {
    const [sign, sentence] = [line.slice(0, 1), line.slice(2)];
    expect(flagsIn(sentence).includes(flag)).toBe(sign === '+');
  });
});
