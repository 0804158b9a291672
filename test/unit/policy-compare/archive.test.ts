import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareTexts, fingerprint } from '../../../lib/policy/compare/index.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';

const changes = new URL('../../../../shared/policy/changes/', import.meta.url);
const here = existsSync(changes);
if (!here) console.warn('SKIPPED: real archived changes (../shared/policy/changes is not there)');

type Entry = { name: string; kind: 'real' | 'noise' | 'date' | 'error' };
const index: Entry[] = here ? JSON.parse(readFileSync(new URL('index.json', changes), 'utf8')).changes : [];
const version = (name: string, which: string) =>
  policyFromMarkdown(readFileSync(new URL(`${name}/${which}.md`, changes), 'utf8'));

const EXPECTED: Record<Entry['kind'], string[]> = {
  real: ['text'],
  noise: ['same', 'format'],
  date: ['date'],
  error: ['unreadable'],
};

/** What the archive's own notes name, in words of the clause that must be among the first three shown. */
const NAMED: Record<string, RegExp> = {
  'claude-privacy-train-flip': /use your Inputs and Outputs to train/,
  'claude-privacy-2026-06': /research/,
  'chatgpt-privacy-2024-11': /we may use Content/,
  'lovable-terms-2025-09': /perpetual/,
  'lovable-privacy-2026-04': /perpetual/,
  'jasper-terms-2025-09': /cease using/,
  'together-privacy-2025-12': /ZDR|Zero Data Retention/i,
  'civitai-terms-ads-2026-05': /ad networks|advertising/i,
  'github-copilot-terms-2026-04': /train/,
  'sketchfab-license-2023-12': /Safety and Discovery Tools/,
  'artstation-2023-11': /Safety and Discovery Tools/,
  'zoom-terms-2023-04': /perpetual/,
  'zoom-terms-2023-08-11': /does not use any/,
  'grammarly-privacy-2025-10': /Superhuman can use your user content to train/,
};

describe.skipIf(!here)('real archived changes', () => {
  test.each(index)('$name is $kind', ({ name, kind }) => {
    const [before, after] = [version(name, 'before'), version(name, 'after')];
    const change = compareTexts(before, after);
    expect(EXPECTED[kind]).toContain(change.kind);
    if (kind === 'noise' || kind === 'date') expect(fingerprint(after)).toBe(fingerprint(before));
  });

  test.each(Object.entries(NAMED))('%s shows %s among the first three', (name, words) => {
    const { first } = compareTexts(version(name, 'before'), version(name, 'after'));
    expect(
      first
        .slice(0, 3)
        .flatMap(({ before = '', after = '' }) => [before, after])
        .join('\n'),
    ).toMatch(words);
  });
});
