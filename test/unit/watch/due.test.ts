import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CADENCES, type DocumentState } from '../../../lib/store/types.ts';
import { dueAt, isDue } from '../../../lib/watch/due.ts';
import { addMonths, nextLook } from '../../../lib/watch/quarter.ts';
import { DAY, START } from './help.ts';

const document = (more: Partial<DocumentState>): DocumentState => ({
  kind: 'privacy',
  url: 'https://x.example/',
  ...more,
});
const read = document({ readAt: START, triedAt: START });
const failed = (failures: number) =>
  document({ readAt: START, triedAt: START, failure: 'offline', failures });

describe('a quarter', () => {
  it.each([
    ['2026-11-22T09:00:00.000Z', '2027-02-22T09:00:00.000Z'],
    ['2026-11-30T23:59:59.999Z', '2027-02-28T23:59:59.999Z'],
    ['2027-11-30T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    ['2026-08-31T12:00:00.000Z', '2026-11-30T12:00:00.000Z'],
  ])('after %s is %s', (from, to) => {
    expect(new Date(nextLook(Date.parse(from))).toISOString()).toBe(to);
  });

  it('is three months later, on that day or the month’s last, at that time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        const days = (nextLook(at) - at) / DAY;
        expect(days).toBeGreaterThanOrEqual(89);
        expect(days).toBeLessThanOrEqual(92);
        expect(Number.isInteger(days)).toBe(true);
      }),
    );
  });

  it('can go back, over the turn of the year too', () => {
    expect(addMonths(Date.parse('2027-01-31'), -12)).toBe(Date.parse('2026-01-31'));
    expect(addMonths(Date.parse('2027-03-31'), -1)).toBe(Date.parse('2027-02-28'));
  });
});

describe('isDue', () => {
  it('wants a document that was never tried', () => {
    expect(isDue(document({}), START)).toBe(true);
  });

  it('wants one again after a quarter, to the millisecond', () => {
    expect(isDue(read, nextLook(START) - 1)).toBe(false);
    expect(isDue(read, nextLook(START))).toBe(true);
    expect(isDue(read, START + 1_000 * DAY)).toBe(true);
  });

  it('waits longer after each failure, and never longer than a week', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map(
      (failures) => dueAt([failed(failures)], START) - START,
    );
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBe(60_000);
    expect(waits.at(-1)).toBe(7 * DAY);
  });

  it('does not look again because the clock went back a little', () => {
    expect(isDue(read, START - 30 * DAY)).toBe(false);
    expect(isDue(failed(5), START - DAY / 2)).toBe(false);
  });

  it('does not wait for years because the clock went back a lot', () => {
    expect(isDue(read, START - 1_000 * DAY)).toBe(true);
    expect(isDue(failed(8), START - 30 * DAY)).toBe(true);
  });

  it('never keeps a document waiting for longer than two quarters, whatever the clock did', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (readAt, now) => {
        const known = document({ readAt, triedAt: readAt });
        expect(isDue(known, now) || isDue(known, now + 184 * DAY)).toBe(true);
      }),
    );
  });
});

describe('dueAt', () => {
  it('is the first of several', () => {
    expect(dueAt([read, failed(2)], START)).toBe(START + 600_000);
    expect(dueAt([read, document({})], START)).toBe(START);
    expect(dueAt([read], START)).toBe(nextLook(START));
  });

  it('is a quarter away for a site without documents', () => {
    expect(dueAt([], START)).toBe(nextLook(START));
  });
});

describe('any clock', () => {
  const time = fc.integer({ min: 0, max: Date.UTC(2060, 0) });
  const state = fc.record({
    readAt: fc.option(time, { nil: undefined }),
    triedAt: time,
    failures: fc.nat({ max: 20 }),
    retryAfter: fc.option(fc.nat({ max: 7 * DAY }), { nil: undefined }),
  });

  it('starves no document: on some day of the next year the daily alarm finds it due', () => {
    const year = Array.from({ length: 370 }, (_, day) => day * DAY);
    fc.assert(
      fc.property(state, time, fc.constantFrom(...CADENCES), (more, now, cadence) => {
        expect(year.some((later) => isDue(document(more), now + later, cadence))).toBe(true);
      }),
    );
  });

  it('lets no server be asked twice within the time it asked for', () => {
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 1, max: 7 * DAY }),
        fc.nat({ max: 7 * DAY }),
        (triedAt, retryAfter, later) => {
          fc.pre(later < retryAfter);
          expect(isDue(document({ triedAt, failures: 1, retryAfter }), triedAt + later)).toBe(false);
        },
      ),
    );
  });
});
