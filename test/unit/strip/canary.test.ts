import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { join, u16, u32 } from '../../fixtures/bytes.ts';
import { canary, leaks } from '../../fixtures/canary.ts';

const text = canary('a place');
const raw = deflateRawSync(text);
const packed = brotliCompressSync(text);

/** The ways in which private text is written into files; a test for leaks that overlooks one of them proves nothing. */
const FORMS: [name: string, bytes: Uint8Array][] = [
  ['plain', Buffer.from(text)],
  ['UTF-16, little-endian', Buffer.from(text, 'utf16le')],
  ['UTF-16, big-endian', Buffer.from(text, 'utf16le').swap16()],
  ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
  ...[0, 1, 2].map((shift): [string, Uint8Array] => [
    `base64, ${shift} bytes in`,
    Buffer.from(Buffer.from(`${'x'.repeat(shift)}${text}`).toString('base64')),
  ]),
  ['zlib', deflateSync(text)],
  ['gzip', gzipSync(text)],
  [
    'a member of an archive',
    join(
      'PK\x03\x04',
      u16(20, true),
      u16(0),
      u16(8, true),
      new Uint8Array(16),
      u16(1, true),
      u16(0),
      'a',
      raw,
    ),
  ],
  ['a packed box of JPEG XL', join(u32(12 + packed.length), 'brob', 'xml ', packed)],
];

test.each(FORMS)('%s: a canary is found', (_, bytes) => {
  expect(leaks(join('before', bytes, 'behind'))).not.toEqual([]);
});

test('where there is none, none is found', () => {
  expect(leaks(deflateSync('nothing to see'))).toEqual([]);
});
