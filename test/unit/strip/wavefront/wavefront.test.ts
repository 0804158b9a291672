import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { cleanMtl, cleanObj, privateMtl, privateObj } from '../../../fixtures/wavefront/files.ts';
import { stripped } from '../oracles.ts';

const FIXTURES: [format: string, original: Uint8Array, clean: Uint8Array][] = [
  ['obj', privateObj(), cleanObj()],
  ['mtl', privateMtl(), cleanMtl()],
];

describe.each(FIXTURES)('%s', (format, original, expected) => {
  test('only what describes the model stays', async () => {
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', format, problems: [] });
    expect(Buffer.from(clean.bytes).toString()).toBe(Buffer.from(expected).toString());
    expect(leaks(clean.bytes)).toEqual([]);
    expect(clean.removedBytes).toBe(original.length - expected.length);
  });

  test('a second time there is nothing to do', async () => {
    expect(await stripped(expected)).toMatchObject({ status: 'clean', findings: [], bytes: expected });
  });

  test('cut off or mixed up, it never throws and leaks nothing', async () => {
    const mutation = fc.tuple(fc.nat(original.length), fc.nat(255), fc.boolean());
    await fc.assert(
      fc.asyncProperty(mutation, async ([at, byte, isCut]) => {
        const changed = isCut
          ? original.slice(0, at)
          : original.with(Math.min(at, original.length - 1), byte);
        const result = await stripped(changed);
        // What was an absolute path can have become a relative one or a bare name, which stay.
        const lines = Buffer.from(result.bytes).toString('latin1').split('\n');
        const others = lines.filter((line) => !/[\\/]|mtl|map_|refl/.test(line)).join('\n');
        if (result.usable) expect(leaks(Buffer.from(others))).toEqual([]);
        if (result.usable) expect((await stripped(result.bytes)).bytes).toEqual(result.bytes);
      }),
      { numRuns: 150 },
    );
  });
});

test('what was found is told in words', async () => {
  const { findings } = await stripped(privateObj());
  expect(findings).toContainEqual({ kind: 'comment', where: 'OBJ comment', value: canary('a comment') });
  expect(findings).toContainEqual({
    kind: 'path',
    where: 'OBJ mtllib',
    value: 'C:\\Users\\jane\\MWCANARY\\skin.mtl',
  });
  expect(findings).toContainEqual({ kind: 'path', where: 'OBJ call', value: `/home/jane/${canary('call')}` });
});

test('a large file is read in windows, and what is far apart is not copied', async () => {
  const points = 'v 0.125 0.25 0.5\n'.repeat(700_000);
  const original = join(`# ${canary('the top')}\n`, points, `# ${canary('the bottom')}\n`, 'f 1 2 700000\n');
  const clean = await stripped(original);
  expect(clean.bytes.length).toBe(points.length + 'f 1 2 700000\n'.length);
  expect(clean.findings).toHaveLength(2);
});

const BROKEN: [name: string, text: string][] = [
  ['faces without their points', 'v 0 0 0\nv 1 0 0\nf 1 2 3\n'],
  ['faces that reach back too far', 'v 0 0 0\nv 1 0 0\nf -1 -2 -3\n'],
  ['faces without their normals', 'v 0 0 0\nv 1 0 0\nv 1 1 0\nf 1//1 2//1 3//2\n'],
];

test.each(BROKEN)('%s: damaged', async (_, text) => {
  expect(await stripped(join(text))).toMatchObject({ status: 'damaged', usable: true, format: 'obj' });
});

const NO_MODELS: [name: string, text: string][] = [
  ['a letter', 'Dear Jane,\nv 1 2 3\nyours, Joe\n'],
  ['a list', 'v 1.2\nfixed a bug\n'],
  ['one word', 'v'],
  ['comments', '# just\n# comments\n'],
  ['a script', '#!/bin/sh\ncall me\n'],
  ['bytes', 'v 0 0 0\n\0\x01\x02'],
];

test.each(NO_MODELS)('%s is no model', async (_, text) => {
  expect(await stripped(join(text))).toMatchObject({ status: 'unsupported', format: 'unknown' });
});
