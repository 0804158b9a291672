import { expect, test } from 'vitest';
import { findingLines } from '../../../lib/ui/files/finding-lines.ts';

test('each kind of thing stands once, the most telling first, with all it says', () => {
  expect(
    findingLines([
      { kind: 'software', where: 'EXIF Software', value: 'ClayShop' },
      { kind: 'device', where: 'EXIF BodySerialNumber', value: '0042' },
      { kind: 'person', where: 'EXIF Artist', value: 'Robin' },
      { kind: 'person', where: 'XMP dc:creator', value: 'Robin' },
      { kind: 'person', where: 'IPTC By-line', value: 'Sam' },
      { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5, -0.1' },
      { kind: 'thumbnail', where: 'EXIF ThumbnailImage' },
    ]),
  ).toEqual([
    { label: 'Location', values: ['51.5, -0.1'] },
    { label: 'A person’s name', values: ['Robin', 'Sam'] },
    { label: 'Camera serial number', values: ['0042'] },
    { label: 'Software', values: ['ClayShop'] },
    { label: 'Preview image', values: [] },
  ]);
});
