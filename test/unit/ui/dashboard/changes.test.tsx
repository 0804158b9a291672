import { describe, expect, test } from 'vitest';
import { policyFromMarkdown } from '../../../../lib/policy/index.ts';
import type { KeptChange } from '../../../../lib/store/index.ts';
import type { Snapshot } from '../../../../lib/store/types.ts';
import { USUAL_SETTINGS } from '../../../../lib/store/usual.ts';
import { ChangeEntry } from '../../../../lib/ui/dashboard/changes/ChangeEntry.tsx';
import { FlagMoves } from '../../../../lib/ui/dashboard/changes/FlagMoves.tsx';
import { byMonth, toneOf } from '../../../../lib/ui/dashboard/changes/news.ts';
import { ScoreMove } from '../../../../lib/ui/dashboard/changes/ScoreMove.tsx';
import { SideBySide } from '../../../../lib/ui/dashboard/changes/SideBySide.tsx';
import { folded, versionsOf } from '../../../../lib/ui/dashboard/changes/versions.ts';
import { html, text } from '../html.ts';
import { change, DAY, NO_TRAINING, NOW, SITE, TRAINS } from '../views.ts';

const found = change() as KeptChange;
const moved = found.change;

function snapshot(firstSeen: number, words = ''): Snapshot {
  const seen = { firstSeen, lastSeen: NOW };
  const read = { text: policyFromMarkdown(words), engine: 'test', hash: `${firstSeen}`, url: '' };
  return { site: SITE.id, kind: 'privacy', ...read, ...seen };
}

describe('what a change is to the person', () => {
  test('bad news as soon as there is any', () => {
    expect(toneOf({ ...moved, flagsGained: [TRAINS], flagsLost: [] })).toBe('worse');
    expect(toneOf({ ...moved, flagsGained: [], flagsLost: [NO_TRAINING] })).toBe('worse');
    expect(toneOf({ ...moved, flagsGained: [NO_TRAINING, TRAINS], flagsLost: [] })).toBe('worse');
  });

  test('good news when a promise came or a red flag went', () => {
    expect(toneOf({ ...moved, flagsGained: [NO_TRAINING], flagsLost: [TRAINS] })).toBe('better');
  });

  test('neither when no rule knows its words', () => {
    expect(toneOf({ ...moved, flagsGained: [], flagsLost: [] })).toBe('other');
  });
});

test('changes stand under the month they were found in, in their order', () => {
  const earlier = { ...found, id: 3, foundAt: NOW - 40 * DAY };
  expect(
    byMonth([found, { ...found, id: 6 }, earlier]).map(({ month, changes }) => [month, changes.length]),
  ).toEqual([
    ['November 2026', 2],
    ['October 2026', 1],
  ]);
});

describe('a change in the timeline', () => {
  const entry = (more: Partial<KeptChange>, settings = USUAL_SETTINGS) => (
    <ChangeEntry change={{ ...found, ...more }} settings={settings} onRead={() => {}} />
  );

  test('that is new says so in words, leads to its page and can be marked as read', () => {
    expect(text(entry({}))).toMatch(
      /Worse for you: .*Privacy policy · 21 Nov 2026 new changed silently Mark as read/,
    );
    expect(html(entry({}))).toContain('href="#/changes/7"');
  });

  test('that was read cannot be read again', () => {
    expect(text(entry({ read: true }))).not.toMatch(/new|Mark as read/);
  });

  test('tells what the person decided about its site, and that an earlier text is back', () => {
    const settings = { ...USUAL_SETTINGS, muted: [SITE.id], notForClients: [SITE.id] };
    expect(text(entry({ backTo: '2026-01-14' }, settings))).toContain(
      'back to the text of 14 January 2026 not for client work muted',
    );
  });
});

describe('the two versions of a change', () => {
  const kept = [snapshot(NOW), snapshot(found.foundAt), snapshot(NOW - 90 * DAY), snapshot(NOW - 180 * DAY)];

  test('are the one first seen when it was found, and the one before it', () => {
    expect(versionsOf(found, kept)).toEqual({ before: kept[2], after: kept[1] });
  });

  test('are not guessed when one is no longer kept', () => {
    expect(versionsOf(found, kept.slice(0, 2))).toBeUndefined();
    expect(versionsOf(found, kept.slice(2))).toBeUndefined();
  });

  test('fold what stayed, all but a line around each change', () => {
    const lines = Array.from(
      { length: 9 },
      (_, n) => `This is the clause of number ${n} and stays what it is.`,
    );
    const before = policyFromMarkdown(lines.join('\n\n'));
    const after = policyFromMarkdown(lines.with(4, 'We sell everything you ever gave us.').join('\n\n'));
    const parts = folded(before, after).map((part) => ('leftOut' in part ? part.leftOut.length : part.kind));
    expect(parts).toEqual([3, 'same', 'removed', 'added', 'same', 3]);
  });
});

describe('a passage beside its former self', () => {
  test('has the words that came and went marked, and only those', () => {
    const drawn = html(
      <SideBySide before="We keep files for 30 days." after="We keep files as long as we need them." />,
    );
    expect(drawn).toMatch(/We keep files <del>[^<]*30 days\.<\/del>/);
    expect(drawn).toMatch(/We keep files <ins>as long as we need them\.<\/ins>/);
  });

  test('that is new or gone says so', () => {
    expect(text(<SideBySide after="New." />)).toBe('Before Was not there. Now New.');
    expect(text(<SideBySide before="Old." />)).toBe('Before Old. Now Is gone.');
  });

  test('shows markup of a policy as the letters it is', () => {
    // Not through `html` of the tests, which does not escape: what counts is that nothing is set as HTML.
    const drawn = html(<SideBySide after="<img src=x onerror=alert(1)>" />);
    expect(drawn).not.toContain('dangerouslySetInnerHTML');
  });
});

test('flags that came are linked to the document, those that went cannot be', () => {
  const drawn = html(<FlagMoves change={moved} url="https://www.tripo3d.ai/privacy" />);
  expect(drawn.match(/Bad for you:/g)).toHaveLength(2);
  expect(drawn.match(/href="https:\/\/www\.tripo3d\.ai\/privacy#/g)).toHaveLength(1);
  expect(text(<FlagMoves change={{ ...moved, flagsGained: [], flagsLost: [] }} />)).toContain(
    'No rule knows',
  );
});

test('the score is shown as it moved, and not at all when there was none', () => {
  expect(text(<ScoreMove change={moved} />)).toBe('Score of this document alone: 68 → then 41');
  expect(text(<ScoreMove change={{ ...moved, scoreBefore: null }} />)).toBe('');
});
