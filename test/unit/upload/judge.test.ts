import { describe, expect, it } from 'vitest';
import { FILE_NAME } from '../../../lib/strip/names.ts';
import type { Finding, StripStatus } from '../../../lib/strip/types.ts';
import { type BytesWord, judge, outcomeOf, settle, type Word } from '../../../lib/upload/judge.ts';
import type { Vetted } from '../../../lib/upload/vet.ts';
import type { Reason } from '../../../lib/upload/wire.ts';

const PLACE: Finding = { kind: 'location', where: 'EXIF GPSLatitude', value: '1, 2' };
const PROFILE: Finding = { kind: 'other', where: 'ICC profile', value: 'names of the colour profile' };
const NAME: Finding = { kind: 'other', where: FILE_NAME, value: 'named .heic, but it is JPEG' };

const result = (status: StripStatus, findings: Finding[] = []): Vetted => ({
  status,
  format: 'jpeg',
  file: new File([], 'a.jpg'),
  findings,
  removedBytes: 0,
  problems: [],
  usable: status !== 'unsupported',
});

const RESULTS = {
  clean: result('clean'),
  named: result('clean', [NAME]),
  stripped: result('stripped', [PLACE]),
  broken: result('damaged'),
  brokenPrivate: result('damaged', [PLACE]),
  unknown: result('unsupported'),
  drawn: result('stripped', [PROFILE]),
  failed: { ...result('damaged'), format: 'unknown' as const },
};

describe('what is done with a vetted file', () => {
  it.each([
    ['chosen', 'pass pass clean ask-file ask-file ask-file clean ask-file'],
    ['sent', 'pass pass clean pass ask-file pass pass ask-file'],
    ['bytes', 'pass pass ask-bytes pass ask-bytes pass pass ask-file'],
    ['late', 'pass pass drop pass drop pass pass drop'],
  ] as const)('depends on why it is there: %s', (reason: Reason, verdicts) => {
    expect(Object.values(RESULTS).map((each) => judge(each, reason))).toEqual(verdicts.split(' '));
  });

  it.each([
    ['keep', 'keep', 'pass clean drop drop drop'],
    ['send', 'clean', 'pass clean clean clean drop'],
    ['send', 'send', 'pass clean clean pass drop'],
  ] as const)('is what the person says: %s, %s', (files: Word, bytes: BytesWord, finals) => {
    const verdicts = ['pass', 'clean', 'ask-file', 'ask-bytes', 'drop'] as const;
    expect(verdicts.map((verdict) => settle(verdict, RESULTS.unknown, files, bytes))).toEqual(
      finals.split(' '),
    );
  });

  it('asks about text that is hidden in the pixels, and takes the picture that was drawn anew', () => {
    const hidden = { ...RESULTS.stripped, redraw: async () => new File([], 'a.jpg') };
    const reasons = ['chosen', 'sent', 'bytes', 'late'] as const;
    expect(reasons.map((reason) => judge(hidden, reason))).toEqual([
      'ask-file',
      'ask-file',
      'ask-file',
      'drop',
    ]);
    expect(settle('ask-file', RESULTS.stripped, 'redraw', 'keep')).toBe('clean');
    expect(settle('ask-file', hidden, 'redraw', 'keep')).toBe('drop');
    expect(outcomeOf(RESULTS.stripped, 'ask-file', 'clean')).toBe('cleaned');
    expect(outcomeOf(hidden, 'ask-file', 'clean')).toBe('sent-anyway');
  });

  it('is told as what it was', () => {
    expect(outcomeOf(RESULTS.clean, 'pass', 'pass')).toBe('passed');
    expect(outcomeOf(RESULTS.stripped, 'clean', 'clean')).toBe('cleaned');
    expect(outcomeOf(RESULTS.unknown, 'ask-file', 'drop')).toBe('held');
    expect(outcomeOf(RESULTS.unknown, 'ask-file', 'clean')).toBe('sent-anyway');
    expect(outcomeOf(RESULTS.stripped, 'ask-bytes', 'pass')).toBe('sent-anyway');
    expect(outcomeOf(RESULTS.stripped, 'ask-bytes', 'clean')).toBe('cleaned');
  });
});
