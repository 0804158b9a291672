import sharp from 'sharp';
import { expect, test } from 'vitest';
import { leaks } from '../../../fixtures/canary.ts';
import { hasPerl } from '../exiftool.ts';
import { shown, stripped } from '../oracles.ts';
import { privateStillTags } from './exiftool.ts';
import { PACKED, PLAIN_FILES, PRIVATE } from './fixtures.ts';

/** What sharp decodes of them. */
const hasOracle = (name: string) => !/BMP|JPEG XL/.test(name);

/** What a viewer draws; of a TIFF page by page, without the small picture that the original has on its second. */
async function drawn(name: string, bytes: Uint8Array, isOriginal: boolean): Promise<unknown> {
  if (!/TIFF/.test(name)) return shown(bytes);
  const pages = [0, isOriginal ? 2 : 1].map((page) =>
    sharp(bytes, { page, failOn: 'none' }).keepIccProfile().raw().toBuffer({ resolveWithObject: true }),
  );
  return { pages: await Promise.all(pages), orientation: (await sharp(bytes).metadata()).orientation };
}

test.each([...PRIVATE, ...PACKED])(
  '%s: no private data is left, and the picture is the same',
  async (name, make) => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', problems: [], usable: true });
    expect(clean.findings).not.toEqual([]);
    expect(leaks(clean.bytes)).toEqual([]);
    if (hasOracle(name))
      expect(await drawn(name, clean.bytes, false)).toEqual(await drawn(name, original, true));
  },
);

test.each([...PRIVATE, ...PACKED])('%s: a second time there is nothing to do', async (_, make) => {
  const once = await stripped(await make());
  const twice = await stripped(once.bytes);
  expect(twice).toMatchObject({ status: 'clean', findings: [], removedBytes: 0 });
  expect(twice.bytes).toEqual(once.bytes);
});

test.each(PLAIN_FILES)('%s with nothing private stays the same file', async (_, make) => {
  const original = await make();
  const result = await stripped(original);
  expect(result).toMatchObject({ status: 'clean', findings: [], problems: [] });
  expect(result.bytes).toEqual(new Uint8Array(original));
});

test.runIf(hasPerl)('ExifTool finds nothing private', async () => {
  const clean: Record<string, Uint8Array> = {};
  for (const [name, make] of [...PRIVATE, ...PACKED]) clean[name] = (await stripped(await make())).bytes;
  const found = privateStillTags(clean);
  expect(Object.keys(found)).toHaveLength(PRIVATE.length + PACKED.length);
  expect(Object.entries(found).filter(([, tags]) => tags.length > 0)).toEqual([]);
});

test.each(PRIVATE)('%s: a file that is cut off is never clean, and never leaks', async (_, make) => {
  const whole = await make();
  const end = (await stripped(whole)).file.size;
  for (let length = 26; length < end - 30; length += Math.ceil(end / 97)) {
    const { status, usable, bytes } = await stripped(whole.subarray(0, length));
    expect(['damaged', 'unsupported']).toContain(status);
    if (usable) expect(leaks(bytes)).toEqual([]);
    else expect(bytes).toHaveLength(length);
  }
});
