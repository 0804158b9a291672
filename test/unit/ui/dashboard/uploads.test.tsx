import { describe, expect, test } from 'vitest';
import type { KeptReminder } from '../../../../lib/store/index.ts';
import type { LedgerEntry } from '../../../../lib/store/types.ts';
import { DataTable } from '../../../../lib/ui/dashboard/table/DataTable.tsx';
import { ledgerColumns, sizeWords } from '../../../../lib/ui/dashboard/uploads/columns.tsx';
import {
  EVERYTHING,
  fits,
  lineOf,
  PAGE,
  pageOf,
  placeToFile,
  sitesIn,
} from '../../../../lib/ui/dashboard/uploads/entries.ts';
import { asCsv, asJson } from '../../../../lib/ui/dashboard/uploads/export.ts';
import { ReminderEntry } from '../../../../lib/ui/dashboard/uploads/ReminderEntry.tsx';
import { remindersCalendar } from '../../../../lib/ui/dashboard/uploads/reminders-calendar.ts';
import type { Oddity } from '../../../../lib/upload/remarks.ts';
import { html, text } from '../html.ts';
import { DAY, LEDGER, NOW } from '../views.ts';

const ADDED = { ...LEDGER[1], id: 9, site: 'added:https://render.example' } as LedgerEntry;
const LINES = [...LEDGER, ADDED].map(lineOf);

const ids = (wanted: Partial<typeof EVERYTHING>) =>
  LINES.filter((line) => fits(line, { ...EVERYTHING, ...wanted })).map(({ entry }) => entry.id);

describe('the ledger is filtered', () => {
  test('by what became of it', () => {
    expect(ids({ tone: 'held' })).toEqual([5, 2]);
    expect(ids({ tone: 'bad' })).toEqual([1]);
  });

  test('by kind, by site, and by all at once', () => {
    expect(ids({ kind: 'upload' })).toEqual([5]);
    expect(ids({ site: ADDED.site })).toEqual([9]);
    expect(ids({ site: 'tripo', kind: 'file', tone: 'good' })).toEqual([4, 3]);
  });

  test('by what is typed: names, sites, and what became of it', () => {
    expect(ids({ text: 'IMG_2041' })).toEqual([4, 9]);
    expect(ids({ text: 'render.example' })).toEqual([9]);
    expect(ids({ text: ' Preview ' })).toEqual([4, 9]);
    expect(ids({ text: 'cdn.' })).toEqual([5]);
  });
});

test('a long ledger is shown a page at a time, and a page beyond the end is the last one', () => {
  const many = Array.from({ length: 2 * PAGE + 1 }, (_, n) => n);
  expect(pageOf(many, 0)).toEqual({ shown: many.slice(0, PAGE), page: 0, pages: 3 });
  expect(pageOf(many, 7)).toEqual({ shown: [2 * PAGE], page: 2, pages: 3 });
  expect(pageOf([], 0)).toEqual({ shown: [], page: 0, pages: 1 });
});

test('sites have their names, and one that was added its host', () => {
  expect(sitesIn(LINES)).toEqual([
    { id: ADDED.site, name: 'render.example' },
    { id: 'tripo', name: 'Tripo' },
  ]);
});

test('the table says of each entry what it is and what became of it', () => {
  const drawn = text(
    <DataTable caption="" columns={ledgerColumns()} rows={LINES} keyOf={({ entry }) => entry.id ?? 0} />,
  );
  expect(drawn).toMatch(/Upload\s*: cdn\.example\.net Not encrypted\. Nothing was sent\. Tripo/);
  expect(drawn).toMatch(/File\s*: IMG_2041\.jpg Removed: location, .* Tripo 2\.4 MB 22 Nov 2026, 11:59/);
});

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [2_450_000, '2.5 MB'],
  [3_000_000_000_000, '3,000 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

describe('the ledger as a file', () => {
  const nasty = { ...LEDGER[1], name: '=HYPERLINK("http://evil.example";"x"),\n.png' } as LedgerEntry;

  test('CSV: a line an entry, with what is known of it', async () => {
    const lines = (await asCsv(LEDGER).text()).replace('\ufeff', '').split('\r\n');
    expect(lines).toHaveLength(LEDGER.length + 2);
    expect(lines[1]).toMatch(/^2026-11-22T[\d:.]+Z,Tripo,upload,,,,kept,,,cdn\.example\.net,,,false,,$/);
    expect(lines[2]).toContain(
      ',Tripo,file,IMG_2041.jpg,jpeg,2400000,cleaned,location device thumbnail,40000,,',
    );
  });

  test('CSV: what was odd about an address', async () => {
    const odd: Oddity[] = [{ id: 'port', about: '8443' }, { id: 'user_name' }];
    const [upload] = LEDGER.filter((entry) => entry.type === 'upload');
    expect(await asCsv(upload ? [{ ...upload, odd }] : []).text()).toContain(',false,port 8443; user_name,');
  });

  test('CSV: spreadsheets take it for UTF-8, and a name for a name', async () => {
    const bytes = await asCsv([nasty]).bytes();
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await asCsv([nasty]).text()).toContain(`"'=HYPERLINK(""http://evil.example"";""x""),\n.png"`);
  });

  test('JSON: the same, and nothing that only the browser knows', async () => {
    const [upload, file] = JSON.parse(await asJson(LEDGER).text());
    expect(upload).toMatchObject({
      site: 'Tripo',
      kind: 'upload',
      host: 'cdn.example.net',
      encrypted: false,
    });
    expect(file).toMatchObject({ name: 'IMG_2041.jpg', removed: 'location device thumbnail' });
    expect(file).not.toHaveProperty('tab');
  });
});

describe('a reminder', () => {
  const reminder: KeptReminder = { id: 3, site: 'tripo', project: 'Dragon', dueAt: NOW + DAY, madeAt: NOW };
  const entry = (more: Partial<KeptReminder> = {}) => (
    <ReminderEntry
      reminder={{ ...reminder, ...more }}
      gallery="https://studio.tripo3d.ai/"
      now={NOW}
      onSettle={() => {}}
    />
  );

  test('says what to delete where and by when, and leads there', () => {
    expect(text(entry())).toMatch(
      /^Delete “Dragon” from Tripo By 23 Nov 2026 Your work on Tripo .*Deleted there/,
    );
    expect(html(entry())).toContain('href="https://studio.tripo3d.ai/"');
  });

  test('says where downloads of the project belong that the browser could not put there', () => {
    const folder = 'Client_Projects/Dragon/01_AI_Source';
    const download = {
      type: 'download',
      at: NOW,
      site: 'tripo',
      tab: 1,
      name: 'dragon.glb',
      folder,
    } as const;
    const left: LedgerEntry = { ...download, filed: false };
    expect(placeToFile([...LEDGER, left], reminder)).toBe(folder);
    expect(placeToFile([{ ...download, filed: true }], reminder)).toBeUndefined();
    expect(placeToFile([left], { ...reminder, site: 'meshy' })).toBeUndefined();
    expect(placeToFile([left], { ...reminder, project: '' })).toBeUndefined();
    const shown = text(<ReminderEntry reminder={reminder} place={folder} now={NOW} onSettle={() => {}} />);
    expect(shown).toContain(`Models you downloaded there belong in ${folder}.`);
  });

  test('that is due says so in words and stands out', () => {
    expect(text(entry({ dueAt: NOW }))).toContain('Was due on 22 Nov 2026');
    expect(html(entry({ dueAt: NOW }))).toContain('reminder-due');
    expect(html(entry())).not.toContain('reminder-due');
  });

  test('that is done says when, and asks for nothing any more', () => {
    const done = text(entry({ dueAt: NOW - 9 * DAY, doneAt: NOW - DAY }));
    expect(done).toContain('Deleted on 21 Nov 2026');
    expect(done).not.toMatch(/Was due|Your work on/);
  });

  test('of work without a name speaks of files', () => {
    expect(text(entry({ project: '' }))).toContain('Delete your files from Tripo');
  });

  test('stands in a calendar as one whole day', async () => {
    const ics = await remindersCalendar([reminder], NOW).text();
    expect(ics).toContain('DTSTART;VALUE=DATE:20261123\r\n');
    expect(ics).toContain('SUMMARY:Delete “Dragon” from Tripo\r\n');
    expect(ics).not.toContain('RRULE');
  });
});
