import { describe, expect, it } from 'vitest';
import { headlineOf, type News, severityOf } from '../../../lib/watch/headline.ts';
import { asHit, changeOf } from './help.ts';

const TITLES: Record<string, string> = {
  'bad:train': 'Trains AI on your uploads',
  'bad:ai': 'AI models learn from your uploads',
  'good:no-train': 'Says it does not train AI on your content',
  'bad:worse': 'Sells your data',
};
const title = (flag: string) => TITLES[flag] ?? flag;
const headline = (change: Parameters<typeof changeOf>[0], more: Partial<News> = {}) =>
  headlineOf({ site: 'meshy', kind: 'privacy', change: changeOf(change), ...more }, title);

describe('the headline', () => {
  it('names a new red flag', () => {
    expect(headline({ flagsGained: [asHit('bad:train')] })).toBe('Meshy: now trains AI on your uploads');
    expect(headline({ flagsGained: [asHit('bad:ai')] })).toBe('Meshy: now AI models learn from your uploads');
  });

  it('names a promise that is gone', () => {
    expect(headline({ flagsLost: [asHit('good:no-train')] })).toBe(
      'Meshy took back: “Says it does not train AI on your content”',
    );
  });

  it('puts the worst first: red before green, heavy before light, bad news before good', () => {
    const heavy = { ...asHit('bad:worse'), weight: 5 };
    const all = {
      flagsGained: [asHit('bad:train'), heavy],
      flagsLost: [{ ...asHit('good:no-train'), weight: 5 }],
    };
    expect(headline(all)).toBe('Meshy: now sells your data');
    expect(headline({ flagsGained: [asHit('good:x')], flagsLost: [asHit('good:no-train')] })).toContain(
      'took back',
    );
  });

  it('says when an earlier version is back', () => {
    const backTo = '2026-06-04';
    expect(headline({ flagsGained: [asHit('bad:train')] }, { backTo })).toBe(
      'Meshy: now trains AI on your uploads (back to its text of 4 June 2026)',
    );
    expect(headline({}, { backTo, kind: 'terms' })).toBe(
      'Meshy: the terms of use are back to their text of 4 June 2026',
    );
  });

  it('names a site that the catalogue no longer knows by its id', () => {
    expect(headline({}, { site: 'gone' })).toBe('gone: the privacy policy changed');
  });

  it('says so when no rule knows the change', () => {
    expect(headline({})).toBe('Meshy: the privacy policy changed');
    expect(headline({ announced: false })).toBe(
      'Meshy: the privacy policy changed, and its own date did not',
    );
  });
});

describe('severity', () => {
  it('orders changes from bad to good', () => {
    const news = [
      changeOf({ flagsGained: [asHit('bad:a')] }),
      changeOf({ flagsLost: [asHit('good:a')] }),
      changeOf(),
      changeOf({ flagsGained: [asHit('good:a')] }),
      changeOf({ flagsLost: [asHit('bad:a')] }),
    ];
    const severities = news.map(severityOf);
    expect(severities).toEqual(severities.toSorted((a, b) => b - a));
    expect(new Set(severities).size).toBe(news.length);
  });
});
