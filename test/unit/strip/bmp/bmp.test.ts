import { expect, test } from 'vitest';
import { pixels, privateBmp, runLengthBmp, writeBmp } from '../../../fixtures/bmp/bmp.ts';
import { join } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { privateProfile } from '../../../fixtures/icc.ts';
import { stripped } from '../oracles.ts';

/** The pixels, where the header says they are. */
function pixelsOf(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).readUInt32LE(10);
  return bytes.subarray(at, at + pixels().length);
}

test('pixels stay, and the header tells the true size', async () => {
  const { bytes } = await stripped(privateBmp(await privateProfile()));
  expect(pixelsOf(bytes)).toEqual(pixels());
  expect(Buffer.from(bytes).readUInt32LE(2)).toBe(bytes.length);
  expect(Buffer.from(bytes).readUInt32LE(6)).toBe(0);
});

test('an embedded profile keeps its colours', async () => {
  const profile = await privateProfile();
  const { bytes, findings } = await stripped(privateBmp(profile));
  const at = 14 + Buffer.from(bytes).readUInt32LE(126);
  expect(Buffer.from(bytes).toString('latin1', at + 36, at + 40)).toBe('acsp');
  expect(Buffer.from(bytes).readUInt32LE(130)).toBe(profile.length);
  expect(findings).toContainEqual(expect.objectContaining({ where: 'ICC profile' }));
});

test('without the colour profile for those who want none', async () => {
  const { bytes } = await stripped(privateBmp(await privateProfile()), { keepColourProfile: false });
  expect(Buffer.from(bytes).toString('latin1', 70, 74)).toBe('BGRs');
  expect(Buffer.from(bytes).includes('acsp')).toBe(false);
  expect(pixelsOf(bytes)).toEqual(pixels());
});

test('the path of a linked profile goes, and is told', async () => {
  const path = join(`C:\\Users\\maria\\${canary('a path')}.icc`, 0);
  const clean = await stripped(writeBmp({ profile: { space: 'KNIL', data: path } }));
  expect(clean.status).toBe('stripped');
  expect(clean.findings).toContainEqual({
    kind: 'path',
    where: 'BMP linked profile',
    value: 'C:\\Users\\maria\\MWCANARY in a path.icc',
  });
  expect(leaks(clean.bytes)).toEqual([]);
  expect(pixelsOf(clean.bytes)).toEqual(pixels());
});

test('the end of run-length coded pixels is found', async () => {
  const clean = await stripped(runLengthBmp(canary('behind the runs')));
  expect(clean.status).toBe('stripped');
  expect(clean.findings).toContainEqual(expect.objectContaining({ kind: 'trailing' }));
  expect(clean.bytes).toEqual(runLengthBmp('').with(2, clean.bytes.length));
});

test('a file filled up to a multiple of four stays as it is', async () => {
  const original = writeBmp({ behind: join(0, 0), fileSize: 104 });
  expect(original).toHaveLength(104);
  expect((await stripped(original)).status).toBe('clean');
});

test('a wrong file size is set right', async () => {
  const { status, bytes } = await stripped(writeBmp({ fileSize: 0x4d574341 }));
  expect(status).toBe('stripped');
  expect(bytes).toEqual(writeBmp());
});

test('what stands between colours goes, unless it is the same for all', async () => {
  const withColours = (colours: string) => {
    const bmp = Buffer.from(runLengthBmp(''));
    bmp.write(colours, 54, 'latin1');
    return new Uint8Array(bmp);
  };
  const whole = withColours('bgr\xffBGR\xff');
  expect(await stripped(whole)).toMatchObject({ status: 'clean', bytes: whole });
  const clean = await stripped(withColours('bgrsBGRt'));
  expect(clean).toMatchObject({ status: 'stripped', bytes: withColours('bgr\0BGR\0') });
  expect(clean.findings).toEqual([{ kind: 'other', where: 'unused space', value: '2 bytes' }]);
});

test('pixels packed as JPEG: held', async () => {
  const original = writeBmp().with(30, 4);
  const { status, problems } = await stripped(original);
  expect({ status, problems }).toEqual({
    status: 'unsupported',
    problems: ['This looks like a rare kind of BMP picture, which cannot be cleaned yet.'],
  });
});

test('pixels that are said to start in the headers: held', async () => {
  expect(await stripped(writeBmp().with(10, 20))).toMatchObject({ status: 'damaged', usable: false });
});

test('more pixels than there are: held when what stands there is something else', async () => {
  const original = writeBmp({ behind: join(canary('behind the end')) });
  Buffer.from(original.buffer).writeUInt32LE(0x5000, 18);
  expect(await stripped(original)).toMatchObject({ status: 'damaged', usable: false });
});

test('pixels that are cut off are cleaned all the same', async () => {
  const original = writeBmp({ gap: join(canary('a gap')) });
  const { status, usable, bytes } = await stripped(original.slice(0, -16));
  expect({ status, usable }).toEqual({ status: 'damaged', usable: true });
  expect(leaks(bytes)).toEqual([]);
});

test.each([
  ['the path of a linked profile', 'KNIL'],
  ['an embedded profile, wanted or not', 'DEBM'],
] as const)('a picture that lies over %s is held', async (_, space) => {
  const data = space === 'KNIL' ? join('C:\\a.icc', 0) : await privateProfile();
  const wide = Buffer.from(writeBmp({ profile: { space, data }, behind: new Uint8Array(64) }));
  wide.writeInt32LE(6, 18); // 20 bytes a row instead of 16
  for (const keepColourProfile of [true, false]) {
    const result = await stripped(wide, { keepColourProfile });
    expect(result).toMatchObject({ usable: false, problems: ['The picture and private data share bytes.'] });
  }
});

test('words that stand behind where the header says that the file ends are no pixels, whatever it says of its size', async () => {
  const note = 'words of more than thirty letters, here';
  const held = Buffer.from(writeBmp({ behind: join(note, new Uint8Array(40)) }));
  held.writeInt32LE(10, 18);
  expect(await stripped(held)).toMatchObject({ status: 'damaged', usable: false });
  const wrong = Buffer.from(writeBmp({ fileSize: 60 }));
  expect(await stripped(wrong)).toMatchObject({ usable: true, problems: [] });
});
