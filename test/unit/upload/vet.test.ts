import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageMessage } from '../../../lib/messages.ts';
import { FILE_NAME } from '../../../lib/strip/names.ts';
import type { StripResult } from '../../../lib/strip/types.ts';
import { judge } from '../../../lib/upload/judge.ts';
import { TOO_MANY } from '../../../lib/upload/limits.ts';
import { isClean, report, vetAll } from '../../../lib/upload/vet.ts';

const file = (name: string) => new File([name], name);
const result = (name: string, change: Partial<StripResult> = {}): StripResult => ({
  status: 'stripped',
  format: 'jpeg',
  file: file(name),
  findings: [],
  removedBytes: 0,
  problems: [],
  usable: true,
  ...change,
});

describe('vetting', () => {
  it('needs nobody for a file without bytes, and makes it anew', async () => {
    const strip = () => Promise.reject(new Error('not to be asked'));
    const old = new File([], 'empty.glb', { type: 'model/gltf-binary', lastModified: 1 });
    const [vetted] = await vetAll([old], strip);
    expect(vetted).toMatchObject({ status: 'clean', problems: [] });
    expect([vetted?.file.name, vetted?.file.type]).toEqual(['empty.glb', 'model/gltf-binary']);
    expect(vetted?.file.lastModified).toBeGreaterThan(1);
  });

  it('keeps order and count, whatever finishes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), async (turns) => {
        const files = turns.map((_, i) => file(`${i}`));
        const slowly = async (each: File) => {
          for (let i = turns[Number(each.name)] ?? 0; i > 0; i--) await Promise.resolve();
          return result(each.name);
        };
        const results = await vetAll(files, slowly);
        expect(results.map(({ file: { name } }) => name)).toEqual(files.map(({ name }) => name));
      }),
    );
  });

  it.each([
    ['throws', () => Promise.reject(new Error('broken')), /could not be checked/],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
      /could not be checked/,
    ],
    ['hangs', () => new Promise<StripResult>(() => {}), /too long/],
  ])('holds a file when the stripper %s', async (_, strip, why) => {
    const [held] = await vetAll([file('a.jpg')], strip, 5);
    expect(held).toMatchObject({ status: 'damaged', usable: false, problems: [expect.stringMatching(why)] });
    expect(held && isClean(held)).toBe(false);
    expect(held && judge(held, 'chosen')).toBe('ask-file');
  });

  it('holds what is one too many', async () => {
    const files = Array.from({ length: TOO_MANY + 1 }, (_, i) => file(`${i}`));
    const results = await vetAll(files, async (each) => result(each.name));
    expect(results.filter((each) => !isClean(each)).map(({ problems }) => problems)).toEqual([
      ['Too many files came at once.'],
    ]);
  });
});

describe('what is told of it', () => {
  const results = [
    result('stripped'),
    result('damaged', { status: 'damaged' }),
    result('clean', { status: 'clean' }),
    result('unsupported', { status: 'unsupported' }),
  ];

  it('a name that does not fit is nothing that was removed', () => {
    const misnamed = { kind: 'other', where: FILE_NAME, value: 'named .heic, but it is JPEG' } as const;
    const place = { kind: 'location', where: 'EXIF GPSLatitude' } as const;
    expect(report(result('x', { status: 'clean', findings: [misnamed] }), 'passed').removed).toEqual([]);
    expect(report(result('x', { findings: [misnamed, place] }), 'cleaned').removed).toEqual(['location']);
  });

  it('is reported by outcome, without any value, and fits the message', () => {
    const finding = { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5, -0.1' } as const;
    const files = [result('x'.repeat(5_000), { findings: [finding, finding], removedBytes: 7 }), ...results];
    const reports = files.map((each) => report(each, 'cleaned'));
    expect(reports[0]).toMatchObject({ removed: ['location'], size: 5_007 });
    expect(JSON.stringify(reports)).not.toContain('51.5');
    expect(pageMessage({ type: 'files-vetted', files: reports })).toEqual({
      type: 'files-vetted',
      files: reports,
    });
  });
});
