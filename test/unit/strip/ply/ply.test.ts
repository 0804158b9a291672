import { describe, expect, test } from 'vitest';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { CLEAN_NOTES, NOTES, ply } from '../../../fixtures/ply/files.ts';
import { stripped } from '../oracles.ts';

const KINDS = [
  ['ascii', '\n'],
  ['ascii', '\r\n'],
  ['binary_little_endian', '\n'],
  ['binary_little_endian', '\r\n'],
  ['binary_big_endian', '\n'],
  ['binary_big_endian', '\r'],
] as const;

describe.each(KINDS)('PLY %s, ends of lines %j', (format, end) => {
  const original = join(ply(format, NOTES, end), canary('behind the elements'));
  const expected = ply(format, CLEAN_NOTES, end);

  test('comments and what follows go', async () => {
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', format: 'ply', problems: [] });
    expect(clean.bytes).toEqual(expected);
    expect(leaks(clean.bytes)).toEqual([]);
    expect(clean.findings.map(({ kind, where }) => [kind, where])).toEqual([
      ['comment', 'PLY comment'],
      ['path', 'PLY TextureFile'],
      ['comment', 'PLY comment'],
      ['trailing', 'after the end'],
    ]);
  });

  test('a second time there is nothing to do', async () => {
    expect(await stripped(expected)).toMatchObject({ status: 'clean', findings: [], bytes: expected });
  });

  test('cut off it is never clean', async () => {
    // A text can lose its last end of line without a sign of it.
    for (let length = 4; length < expected.length - end.length; length++) {
      const { status } = await stripped(expected.subarray(0, length));
      expect(['damaged', 'unsupported']).toContain(status);
    }
  });
});

test('a list that is longer than what is read at a time', async () => {
  const header =
    'ply\nformat binary_little_endian 1.0\nelement tristrips 1\nproperty list int int vertex_indices\nend_header\n';
  const length = 1_500_000;
  const whole = join(header, u32(length, true), new Uint8Array(length * 4));
  expect((await stripped(whole)).status).toBe('clean');
  expect((await stripped(join(whole, canary('behind')))).bytes).toEqual(whole);
  expect((await stripped(whole.subarray(0, whole.length - 1))).status).toBe('damaged');
});

const HELD: [name: string, text: string][] = [
  [
    'text among the numbers',
    `ply\nformat ascii 1.0\nelement vertex 2\nproperty float x\nend_header\n1\n${canary('a point')}\n`,
  ],
  [
    'a property of no known kind',
    'ply\nformat ascii 1.0\nelement vertex 1\nproperty MWCANARY x\nend_header\n1\n',
  ],
  [
    'a name with signs that no name has',
    'ply\nformat ascii 1.0\nelement ver\0tex 1\nproperty float x\nend_header\n1\n',
  ],
  [
    'a name that is a path',
    'ply\nformat ascii 1.0\nelement vertex 1\nproperty float /home/MWCANARY/x\nend_header\n1\n',
  ],
  ['more in a line of the header than belongs there', 'ply\nformat ascii 1.0 MWCANARY\nend_header\n'],
  ['a header without an end', 'ply\nformat ascii 1.0\nelement vertex 1\n'],
];

test.each(HELD)('held: %s', async (_, text) => {
  expect(await stripped(join(text))).toMatchObject({ status: 'damaged', usable: false, bytes: join(text) });
});

test('text that begins with the same letters is no PLY', async () => {
  expect((await stripped(join('plywood\nformat A4\n'))).format).toBe('unknown');
});
