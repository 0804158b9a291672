import { expect, test } from 'vitest';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { box, longBox } from '../../../fixtures/isobmff/boxes.ts';
import { codestream, parts, plainJxl, privateJxl, readJxl, writeJxl } from '../../../fixtures/jxl/jxl.ts';
import { plainPng } from '../../../fixtures/png.ts';
import { stripped } from '../oracles.ts';

test('only the boxes with the picture stay', async () => {
  const { bytes } = await stripped(privateJxl());
  expect(readJxl(bytes)).toEqual({ types: ['JXL ', 'ftyp', 'jxll', 'jxlc'], picture: codestream() });
});

test('the parts of a picture stay in their order', async () => {
  const { bytes } = await stripped(privateJxl(parts()));
  expect(readJxl(bytes)).toEqual({
    types: ['JXL ', 'ftyp', 'jxll', 'jxlp', 'jxlp', 'jxlp'],
    picture: codestream(),
  });
});

test('what was found is told in words', async () => {
  const { findings } = await stripped(privateJxl());
  expect(findings).toEqual(
    expect.arrayContaining([
      { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5014, -0.1419' },
      { kind: 'provenance', where: 'JPEG XL jumb', value: 'provenance manifest (C2PA)' },
      { kind: 'other', where: 'JPEG XL jbrd', value: 'what is needed to get the original JPEG file back' },
      { kind: 'other', where: 'JPEG XL Exif', value: 'camera data, compressed' },
      expect.objectContaining({ where: 'XMP dc:creator' }),
    ]),
  );
});

test('a naked picture has nothing in it', async () => {
  expect(await stripped(codestream())).toMatchObject({ status: 'clean', format: 'jxl', findings: [] });
});

test('a naked picture with something behind it is held', async () => {
  const original = join(codestream(), 'PK\x03\x04', canary('a ZIP archive behind the picture'));
  expect(await stripped(original)).toMatchObject({ status: 'damaged', usable: false });
});

test('three or four bytes that pictures have by chance, as metadata has at its start, hold no picture', async () => {
  const noise = [...'0123456789'].map(
    (digit) => `\x01${digit}\xf0<x:\x02ftyp\x03SEFT\x04AXS!\x05PK\x03\x04\xff`,
  );
  const picture = join(codestream(), ...noise, new Uint8Array(5_000));
  expect(await stripped(picture)).toMatchObject({ status: 'clean' });
  expect(await stripped(writeJxl(box('jxlc', picture)))).toMatchObject({ status: 'clean' });
});

test('a naked picture with another picture behind it is held', async () => {
  const original = join(codestream(), await plainPng());
  expect(await stripped(original)).toMatchObject({ status: 'damaged', usable: false });
});

test('a box with a long length, and one that goes up to the end', async () => {
  expect((await stripped(writeJxl(longBox('jxlc', codestream())))).status).toBe('clean');
  const open = writeJxl(join(u32(0), 'jxlc', codestream()));
  expect((await stripped(open)).status).toBe('clean');
});

const BROKEN: [name: string, bytes: () => Uint8Array, usable: boolean][] = [
  ['no picture', () => writeJxl(box('Exif', canary('Exif'))), false],
  ['two pictures', () => writeJxl(box('jxlc', codestream()), box('jxlc', codestream())), false],
  ['parts in the wrong order', () => writeJxl(...parts().toReversed()), false],
  ['a missing last part', () => writeJxl(...parts().slice(0, 2)), true],
  [
    'a part that has taken in the start of something, the rest of which stands behind it',
    () =>
      writeJxl(
        box('jxlp', u32(0), codestream(), 'a text'),
        join(' of which no box can start'),
        ...parts().slice(1),
      ),
    false,
  ],
  [
    'a picture that has taken in a few words, with the rest of them behind it',
    () => join(writeJxl(box('jxlc', codestream(), '<rdf:li>a name of ')), 'somebody'),
    false,
  ],
  [
    'the same in UTF-16',
    () =>
      join(writeJxl(box('jxlc', codestream(), new Uint8Array(Buffer.from('a name', 'utf16le')))), 'somebody'),
    false,
  ],
  ['a part that is cut off', () => writeJxl(...parts()).subarray(0, -30), false],
  [
    'metadata between the parts that is cut off',
    () => join(writeJxl(...parts().slice(0, 1)), u32(999), 'Exif', canary('Exif')),
    true,
  ],
  ['metadata that is longer than the file', () => join(plainJxl(), u32(999), 'Exif', canary('Exif')), true],
  ['a picture that is none', () => writeJxl(box('jxlc', canary('no codestream'))), false],
  ['sides of 100,000 pixels', () => writeJxl(box('jxlc', '\xff\x0a', hugeSize())), true],
];

/** 100,000 by 100,000: not small, 18 bits, no ratio would be shorter; the ratio 1:1 is number 1. */
function hugeSize(): Uint8Array {
  const bits = `0${'01'}${(99_999).toString(2).padStart(18, '0').split('').reverse().join('')}100`.padEnd(
    48,
    '0',
  );
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) =>
    Number.parseInt(byte.split('').reverse().join(''), 2),
  );
}

test.each(BROKEN)('%s', async (_, make, usable) => {
  const result = await stripped(make());
  expect(result).toMatchObject({ status: 'damaged', usable });
  if (usable) expect(leaks(result.bytes)).toEqual([]);
});
