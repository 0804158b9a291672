import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileChoices } from '../../../lib/store/types.ts';
import { USUAL_FILES } from '../../../lib/store/usual.ts';
import type { StripResult } from '../../../lib/strip/types.ts';
import { bringIn, openStripper } from '../../../lib/upload/stripper.ts';
import { Unchecked, vetAll } from '../../../lib/upload/vet.ts';

const photo = new File(['raw'], 'photo.jpg');
const result = (file: File): StripResult => ({
  status: 'stripped',
  format: 'jpeg',
  file,
  findings: [],
  removedBytes: 0,
  problems: [],
  usable: true,
});
const tool = vi.fn(async (file: File) => result(file));

/** A background that brings the stripper when it is asked, unless told otherwise. */
function background(choices: FileChoices | null = USUAL_FILES) {
  return vi.fn(async (isHere: boolean) => {
    if (!isHere && choices) bringIn(tool);
    return choices;
  });
}

beforeEach(() => {
  tool.mockClear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, '__meshwardenStripper');
});

describe('the stripper, from the guard’s side', () => {
  it('is not fetched before there is a sign of a file', () => {
    const fetch = background();
    openStripper(fetch);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is fetched once for many signs, and again later for what the person may have chosen since', async () => {
    const fetch = background();
    const { prepare, strip } = openStripper(fetch);
    for (let i = 0; i < 50; i++) prepare();
    await strip(photo, 1);
    expect(fetch.mock.calls).toEqual([[false]]);
    vi.advanceTimersByTime(5_000);
    prepare();
    await strip(photo, 2);
    expect(fetch.mock.calls).toEqual([[false], [true]]);
  });

  it('is fetched at the latest when a file comes, and works by the choices', async () => {
    const { strip } = openStripper(background({ ...USUAL_FILES, keepHdr: false }));
    expect((await strip(photo, 1)).file).toBe(photo);
    expect(tool).toHaveBeenCalledWith(photo, { ...USUAL_FILES, keepHdr: false, neutralName: false });
  });

  it('numbers the files that come together when they are to have neutral names', async () => {
    const { strip } = openStripper(background({ ...USUAL_FILES, neutralName: true }));
    await vetAll([photo, photo, photo], strip);
    const numbers = tool.mock.calls.map(
      (call: unknown[]) => (call[1] as { neutralName: number }).neutralName,
    );
    expect(numbers).toEqual([1, 2, 3]);
  });

  it.each([
    ['nobody answers', background(null)],
    ['the line is cut', vi.fn(() => Promise.reject(new Error('Extension context invalidated.')))],
    ['the answer comes without a stripper', vi.fn(async () => USUAL_FILES)],
  ])(
    'is told to be missing when %s: files stay held, and the person is told to reload',
    async (_why, fetch) => {
      const { strip } = openStripper(fetch);
      await expect(strip(photo, 1)).rejects.toBeInstanceOf(Unchecked);
      const [held] = await vetAll([photo], strip);
      expect(held).toMatchObject({ status: 'damaged', usable: false, file: photo });
      expect(held?.problems.join()).toContain('Reload the page');
    },
  );

  it('does not wait for a background that never answers, not once for each of many files', async () => {
    const fetch = vi.fn(() => new Promise<null>(() => {}));
    const { strip } = openStripper(fetch);
    const files = Array.from({ length: 100 }, () => photo);
    const held = vetAll(files, strip);
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await held).every(({ usable }) => !usable)).toBe(true);
    expect(fetch.mock.calls.length).toBeLessThan(5);
  });

  it('goes on after an update, with what it has', async () => {
    let cut = false;
    const whole = background();
    const { prepare, strip } = openStripper(async (isHere) => {
      if (cut) throw new Error('Extension context invalidated.');
      return whole(isHere);
    });
    await strip(photo, 1);
    cut = true;
    vi.advanceTimersByTime(60_000);
    prepare();
    expect((await strip(photo, 1)).status).toBe('stripped');
  });

  it('tries again when it could not be had the first time', async () => {
    let isAway = true;
    const whole = background();
    const { strip } = openStripper(async (isHere) => (isAway ? null : whole(isHere)));
    await expect(strip(photo, 1)).rejects.toBeInstanceOf(Unchecked);
    isAway = false;
    vi.advanceTimersByTime(5_000);
    expect((await strip(photo, 1)).status).toBe('stripped');
  });
});
