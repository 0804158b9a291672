import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewsCalendar } from '../../../lib/watch/calendar.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 5, 7);
const DUE = Date.UTC(2027, 1, 22, 23, 59);
const calendar = (name: string) => reviewsCalendar([{ site: 'meshy', name, dueAt: DUE }], 'quarter', NOW);
/** Lines as a reader puts them together again (RFC 5545, section 3.1). */
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('reviewsCalendar', () => {
  it('has a whole day for each site, every quarter from its next review', () => {
    expect(lines(calendar('Meshy'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Meshwarden//Policy reviews//EN',
      'BEGIN:VEVENT',
      'UID:review-meshy@meshwarden.org',
      'DTSTAMP:20261122T090507Z',
      'DTSTART;VALUE=DATE:20270222',
      'RRULE:FREQ=MONTHLY;INTERVAL=3',
      'SUMMARY:Review the policies of Meshy',
      'DESCRIPTION:Meshwarden reads them again on this day and tells you what changed.',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each([
    ['month', 1],
    ['half-year', 6],
  ] as const)('comes again every %s', (cadence, months) => {
    const text = reviewsCalendar([{ site: 'a', name: 'A', dueAt: DUE }], cadence, NOW);
    expect(text).toContain(`RRULE:FREQ=MONTHLY;INTERVAL=${months}\r\n`);
  });

  it.each([
    [28, ''],
    [29, ';BYMONTHDAY=28,29;BYSETPOS=-1'],
    [31, ';BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
  ])('falls on the last day of shorter months: the %i.', (day, rule) => {
    const dueAt = Date.UTC(2027, 2, day);
    const text = reviewsCalendar([{ site: 'a', name: 'A', dueAt }], 'quarter', NOW);
    expect(text).toContain(`INTERVAL=3${rule}\r\n`);
  });

  it('is a calendar without events when no site is watched', () => {
    expect(lines(reviewsCalendar([], 'quarter', NOW))).toHaveLength(5);
  });

  it('says any name, in lines of 75 bytes at most, and lets none add a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const text = calendar(name);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(lines(text)).toHaveLength(14);
        const summary = lines(text)[8]?.replace('SUMMARY:Review the policies of ', '') ?? '';
        const said = summary.replace(/\\(n|.)/gs, (_, sign) => (sign === 'n' ? '\n' : sign));
        expect(said).toBe(name.replace(/\r\n|\r/g, '\n'));
      }),
    );
    expect(lines(calendar('a\r\nEND:VEVENT, b; c\\'))).toContain(
      'SUMMARY:Review the policies of a\\nEND:VEVENT\\, b\\; c\\\\',
    );
  });
});
