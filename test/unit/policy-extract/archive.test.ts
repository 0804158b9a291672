import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractPolicy } from '../../../lib/policy/extract/index.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';

const pages = new URL('../../../../shared/policy/pages/', import.meta.url);
const here = existsSync(pages);
if (!here) console.warn('SKIPPED: real archived pages (../shared/policy/pages is not there)');

type Entry = { name: string; kind: 'policy' | 'policy-without-text' | 'not-a-policy' };
const index: Entry[] = here ? JSON.parse(readFileSync(new URL('index.json', pages), 'utf8')).pages : [];
const file = (name: string) => readFileSync(new URL(name, pages), 'utf8');

/** Letters and digits alone, so that only words count. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const sentences = (plain: string) =>
  plain
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.!?])\s+/))
    .map(bare)
    .filter((sentence) => sentence.length >= 30);
const share = (of: string[], within: string) =>
  of.filter((sentence) => within.includes(sentence)).length / of.length;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!here)('real archived pages', () => {
  test('every sentence that a careful archivist took is there, and little else', () => {
    const measured = index
      .filter(({ kind }) => kind === 'policy')
      .map(({ name }) => {
        const extraction = extractPolicy(file(`${name}.html`), `https://example.com/${name}`);
        const [mine, theirs] = [
          extraction.ok ? extraction.text.plain : '',
          policyFromMarkdown(file(`${name}.md`)).plain,
        ];
        return {
          name,
          recall: share(sentences(theirs), bare(mine)),
          precision: share(sentences(mine), bare(theirs)),
        };
      });
    const worst = measured.reduce((a, b) => (b.recall < a.recall ? b : a));
    const [recall, precision] = [
      mean(measured.map((page) => page.recall)),
      mean(measured.map((page) => page.precision)),
    ];
    console.log(
      `recall ${recall.toFixed(4)} (worst ${worst.recall.toFixed(3)}, ${worst.name}), precision ${precision.toFixed(4)}`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(worst.recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.97);
  });

  test.each(index.filter(({ kind }) => kind !== 'policy'))('$name is $kind', ({ name, kind }) => {
    expect(extractPolicy(file(`${name}.html`), `https://example.com/${name}`).ok).toBe(
      kind !== 'not-a-policy',
    );
  });
});
