/**
 * Time and memory of a comparison, from 1,000 to 200,000 words, beside a plain diff of lines (diff 9): of the clauses alone, and with
 * the flags and scores of both sides. Three kinds of change: one clause, every clause (a renamed company), and another text
 * altogether, the worst case of any diff.
 *
 *   npm exec -- node --expose-gc test/perf/compare.ts
 */
import { diffLines } from 'diff';
import { compareTexts } from '../../lib/policy/compare/index.ts';
import { comparePolicies, policyFromMarkdown } from '../../lib/policy/index.ts';

const VERBS = [
  'collect',
  'process',
  'retain',
  'disclose',
  'review',
  'delete',
  'encrypt',
  'transfer',
  'license',
  'share',
];
const THINGS = [
  'models',
  'prompts',
  'scans',
  'textures',
  'logs',
  'invoices',
  'cookies',
  'messages',
  'sketches',
  'names',
];
const LINE_DIFF_LIMIT = 20_000;

/** A policy of about `words` words; `seed` makes another text of the same kind. */
function document(words: number, name: string, seed: number): string {
  const paragraphs = Math.round(words / 26);
  const line = (at: number) => {
    const [verb, thing] = [VERBS[(at * 7 + seed) % 10], THINGS[(at * 3 + seed * 5) % 10]];
    return `${name} may ${verb} the ${thing} of kind ${at + seed * 100_000} that you upload, for purpose ${(at * 13 + seed) % 997}, as far as the applicable law and your consent permit it.`;
  };
  return `# Privacy Policy\n\nLast updated: 1 May 2026\n\n${Array.from({ length: paragraphs }, (_, at) => line(at)).join('\n\n')}\n`;
}

const CHANGES: Record<string, (words: number) => [string, string]> = {
  'one clause': (words) => [
    document(words, 'Acme', 1),
    `${document(words, 'Acme', 1)}\n\nWe sell your models.\n`,
  ],
  renamed: (words) => [document(words, 'Acme', 1), document(words, 'KitBash', 1)],
  'other text': (words) => [document(words, 'Acme', 1), document(words, 'Acme', 2)],
};

function timed(work: () => unknown): { ms: number; mb: number } {
  globalThis.gc?.();
  const [heap, start] = [process.memoryUsage().heapUsed, performance.now()];
  const result = work();
  const ms = performance.now() - start;
  const mb = (process.memoryUsage().heapUsed - heap) / 1e6;
  return result === undefined ? { ms: Number.NaN, mb } : { ms, mb };
}

const show = ({ ms, mb }: { ms: number; mb: number }) =>
  `${ms.toFixed(0).padStart(7)} ms ${mb.toFixed(0).padStart(5)} MB`;

// Compiling the rules is done once, whatever is compared.
comparePolicies(policyFromMarkdown(document(100, 'Acme', 1)), policyFromMarkdown(document(100, 'Acme', 2)));
console.log('words     change      clauses             with flags          lines');
for (const words of [1_000, 10_000, 50_000, 100_000, 200_000]) {
  for (const [name, make] of Object.entries(CHANGES)) {
    const [before, after] = make(words);
    const [was, now] = [policyFromMarkdown(before), policyFromMarkdown(after)];
    const clauses = timed(() => compareTexts(was, now));
    const flags = timed(() => comparePolicies(was, now));
    // A diff of lines takes time with the square of what changed: minutes, for a whole text.
    const feasible = name === 'one clause' || words <= LINE_DIFF_LIMIT;
    const lines = feasible ? show(timed(() => diffLines(before, after))) : '   too slow';
    console.log(`${String(words).padEnd(9)} ${name.padEnd(11)} ${show(clauses)} ${show(flags)} ${lines}`);
  }
}
