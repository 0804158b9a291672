import { describe, expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { leaks } from '../../../fixtures/canary.ts';
import { CountingFile } from '../../../fixtures/counting-file.ts';
import {
  asciiStl,
  binaryStl,
  COLOURS,
  privateAsciiStl,
  privateBinaryStl,
  triangles,
} from '../../../fixtures/stl/files.ts';
import { stripped } from '../oracles.ts';

const zeros = (length: number) => '\0'.repeat(length);

const FIXTURES: [name: string, original: Uint8Array, clean: Uint8Array][] = [
  ['binary', privateBinaryStl(), binaryStl(COLOURS.replace(',', '\0') + zeros(80 - COLOURS.length))],
  ['text', privateAsciiStl(), asciiStl(' object1')],
];

describe.each(FIXTURES)('%s STL', (_, original, expected) => {
  test('only triangles and colours stay', async () => {
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', format: 'stl', problems: [] });
    expect(Buffer.from(clean.bytes).toString('latin1')).toBe(Buffer.from(expected).toString('latin1'));
    expect(leaks(clean.bytes)).toEqual([]);
  });

  test('a second time there is nothing to do', async () => {
    expect(await stripped(expected)).toMatchObject({ status: 'clean', findings: [], bytes: expected });
  });

  test('cut off it is never clean', async () => {
    for (let length = 20; length < expected.length - ' object1\n'.length; length += 7) {
      const { status, bytes, usable } = await stripped(expected.subarray(0, length));
      expect(['damaged', 'unsupported']).toContain(status);
      if (usable) expect(leaks(bytes)).toEqual([]);
    }
  });
});

test('a binary file that begins like one of text is binary', async () => {
  const clean = await stripped(binaryStl('solid by MWCANARY'));
  expect(clean).toMatchObject({ status: 'stripped', format: 'stl' });
  expect(clean.bytes).toEqual(binaryStl(zeros(80)));
});

const NOT_STL: [name: string, bytes: Uint8Array][] = [
  [
    'a binary file with a small number in the wrong place',
    join('x'.repeat(80), u32(2, true), '\xff'.repeat(900)),
  ],
  ['text about something solid', join('solid advice\nnever give up\n')],
  ['a header and nothing else', join(zeros(80), u32(0))],
  ['zeros', new Uint8Array(5_000)],
];

test.each(NOT_STL)('%s is no STL', async (_, bytes) => {
  expect((await stripped(bytes)).format).toBe('unknown');
});

test('of a file of 50 MB the triangles are not read', async () => {
  const count = 1_000_000;
  const thousand = triangles(1_000);
  const all = Array.from({ length: count / 1_000 }, () => thousand);
  const file = new CountingFile(
    [binaryStl('by MWCANARY', 0).subarray(0, 80), u32(count, true), ...all],
    'a.stl',
  );
  expect((await strip(file)).status).toBe('stripped');
  expect(file.bytesRead).toBeLessThan(file.size / 100);
});
