import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, StripResult } from '../../../lib/strip/types.ts';
import { ROUTES, readQuestion, writeQuestion } from '../../../lib/upload/question.ts';
import { cargo, cleanedTitle, doubtLine, removedLine, shownName } from '../../../lib/upload/words.ts';

const result = (change: Partial<StripResult>): StripResult => ({
  status: 'stripped',
  format: 'jpeg',
  file: new File([], 'a.jpg'),
  findings: [],
  removedBytes: 0,
  problems: [],
  usable: true,
  ...change,
});
const FOUND: Finding[] = [
  { kind: 'thumbnail', where: 'EXIF ThumbnailImage' },
  { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5014, -0.1419' },
  { kind: 'device', where: 'EXIF BodySerialNumber', value: 'SN-0042' },
];

describe('what is said of files', () => {
  it('names what was removed, with the place and no other value', () => {
    expect(removedLine(result({ findings: FOUND }))).toBe(
      'Location (51.5014, -0.1419), camera serial number, preview image: removed',
    );
  });

  it('says what is wrong, in any case something', () => {
    const problems = ['The file ends before the picture does.'];
    expect(doubtLine(result({ status: 'damaged', problems }))).toBe(problems[0]);
    expect(doubtLine(result({ status: 'damaged', problems, findings: FOUND }))).toMatch(
      /does\. Location .* removed\.$/,
    );
    expect(doubtLine(result({ status: 'unsupported' }))).not.toBe('');
  });

  it('counts', () => {
    expect([1, 3].map(cleanedTitle)).toEqual(['1 file cleaned', '3 files cleaned']);
    const upload = (...files: string[]) => cargo({ id: '', route: 'fetch', url: '', files });
    expect([upload(), upload('a'), upload('a', 'b'), upload('a', 'b', 'c')]).toEqual([
      'data',
      'a',
      'a and b',
      'a and 2 more files',
    ]);
  });
});

describe('a file name as it is shown', () => {
  it('cannot turn the line around, break it or push the host out of sight', () => {
    expect(shownName('a\u202egpj.exe')).toBe('agpj.exe');
    expect(shownName('a\nto good.example\u2028\u200b')).toBe('ato good.example');
    const long = shownName(`${'x'.repeat(5_000)} scan of the statue.glb`);
    expect(long.length).toBeLessThanOrEqual(60);
    expect(long).toMatch(/^x+….*statue\.glb$/);
    expect(cargo({ id: '', route: 'fetch', url: '', files: ['y'.repeat(5_000)] }).length).toBeLessThan(61);
  });

  it('is itself when it is an ordinary one', () => {
    for (const name of ['photo.jpg', '写真 (1).png', 'Größe №4.obj']) expect(shownName(name)).toBe(name);
  });
});

describe('a question between the worlds', () => {
  it('comes through as it was, whatever the page has done to JSON', () => {
    const line = fc.string({ minLength: 1 }).filter((text) => !text.includes('\n'));
    const route = fc.constantFrom(...ROUTES);
    fc.assert(
      fc.property(fc.record({ id: line, route, url: line, files: fc.array(line) }), (question) => {
        expect(readQuestion(writeQuestion(question))).toEqual(question);
      }),
    );
  });

  it('is nothing when it does not fit', () => {
    for (const text of [undefined, 7, '', 'u0', 'u0\nfetch', 'u0\npigeon\nhttp://x/', '\nfetch\nhttp://x/']) {
      expect(readQuestion(text)).toBeNull();
    }
  });
});
