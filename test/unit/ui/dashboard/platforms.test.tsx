import { describe, expect, test } from 'vitest';
import { scoreHits } from '../../../../lib/policy/score/index.ts';
import { siteById } from '../../../../lib/sites/index.ts';
import type { Site } from '../../../../lib/sites/types.ts';
import type { KeptChange } from '../../../../lib/store/index.ts';
import { platformColumns } from '../../../../lib/ui/dashboard/platforms/columns.tsx';
import { fits, platformRows } from '../../../../lib/ui/dashboard/platforms/rows.ts';
import { sorted } from '../../../../lib/ui/dashboard/table/columns.ts';
import { DataTable } from '../../../../lib/ui/dashboard/table/DataTable.tsx';
import { text } from '../html.ts';
import { change, DAY, FULL_CARD, NO_TRAINING, NOW, review, SITE, TRAINS } from '../views.ts';

const MESHY = siteById('meshy') as Site;
const RODIN = siteById('hyper3d-rodin') as Site;
const SITES = [SITE, MESHY, RODIN];
const GOOD = scoreHits([NO_TRAINING], ['privacy']);
const BAD = scoreHits([TRAINS], ['privacy']);
const CHANGES = [change(), change({ id: 3, foundAt: NOW - 9 * DAY, read: true })] as KeptChange[];

const rows = platformRows(
  SITES,
  [
    review({ scorecard: BAD }),
    review({ site: 'meshy', scorecard: GOOD, usedSince: undefined, pinned: true }),
  ],
  CHANGES,
);
const [tripo, meshy, rodin] = rows;
const columns = platformColumns(undefined, NOW, { toggle() {}, pin() {} });
const order = (by: string) => sorted(rows, columns, { by, down: false }).map(({ site }) => site.id);

describe('a row', () => {
  test('has both grades and the compared verdicts of what was read', () => {
    expect(tripo?.grades.public?.grade).toBe(BAD.readings?.public.grade);
    expect(tripo?.grades.client?.grade).toBe(BAD.readings?.client.grade);
    expect(tripo?.verdicts).toMatchObject({ training: 'bad', visibility: 'silent' });
  });

  test('claims nothing of a site that was never read', () => {
    expect(rodin).toMatchObject({ grades: {}, verdicts: {}, used: false, pinned: false, unread: 0 });
    expect(rodin?.readAt).toBeUndefined();
  });

  test('tells use from a pin, and counts what is new', () => {
    expect(tripo).toMatchObject({ used: true, pinned: false, unread: 1, lastChange: { id: 7 } });
    expect(meshy).toMatchObject({ used: false, pinned: true, unread: 0 });
  });

  test('has no grade for client work from a card that knows nothing of it', () => {
    const [old] = platformRows([SITE], [review({ scorecard: FULL_CARD })], []);
    expect(old?.grades).toEqual({ public: { grade: 'D', score: 41 } });
  });
});

test('a site that was put aside for client work says so in its row', () => {
  const [aside] = platformRows([SITE], [review()], [], [SITE.id]);
  const drawn = text(
    <DataTable caption="" columns={columns} rows={aside ? [aside] : []} keyOf={({ site }) => site.id} />,
  );
  expect(drawn).toMatch(/Tripo .*not for client work/);
});

test('sorting goes from the best to the worst, and what is not known stands last', () => {
  expect(order('client')).toEqual(['meshy', 'tripo', 'hyper3d-rodin']);
  expect(order('training')).toEqual(['meshy', 'tripo', 'hyper3d-rodin']);
  expect(order('watched')).toEqual(['tripo', 'meshy', 'hyper3d-rodin']);
});

test('the filter: what is used or watched, what has a grade, and what was typed', () => {
  const ids = (...how: ['mine' | 'graded' | 'all', string]) =>
    rows.filter((row) => fits(row, ...how)).map(({ site }) => site.id);
  expect(ids('mine', '')).toEqual(['tripo', 'meshy']);
  expect(ids('all', '')).toHaveLength(3);
  expect(ids('all', ' DEEMOS ')).toEqual(['hyper3d-rodin']);
  expect(ids('graded', 'studio.tripo3d')).toEqual(['tripo']);
});

test('verdicts are words, grades are letters, and an empty cell says that it is one', () => {
  const drawn = text(
    <DataTable caption="" columns={columns} rows={rows} keyOf={({ site }) => site.id} onSort={() => {}} />,
  );
  expect(drawn).toMatch(/Tripo.* Bad .* Not stated .*21 Nov 2026 new 3 days ago In use/);
  expect(drawn).toMatch(/Meshy.* Good .*Watched Stop/);
  expect(drawn).toMatch(/Hyper3D Rodin.*no grade.*nothing.*never Watch$/);
});
