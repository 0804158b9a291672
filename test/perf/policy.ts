import { findFlags } from '../../lib/policy/flags/find.ts';
import { FLAG_RULES } from '../../rules/flags/index.ts';
import { printExtraction } from './policy/extraction.ts';
import { labelledDocuments } from './policy/labels.ts';
import { type Measure, measure, precision, type Reader, recall } from './policy/measure.ts';
import { readNaively } from './policy/naive.ts';
import { printSpeed } from './policy/speed.ts';

// What the rules find beside what readers labelled. `--mistakes` lists the mistakes in the documents the rules were
// tuned on first; the held-out ones were looked at once their first clean numbers stood (see labels.ts). `--speed` adds
// extraction beside Readability, and how long reading takes.

const percent = (value: number) => `${(100 * value).toFixed(1)}%`;

function line(name: string, result: Measure): string {
  const { all, green, nearMisses, quotes } = result;
  return [
    name.padEnd(26),
    `P ${percent(precision(all))} R ${percent(recall(all))} (${all.right} right, ${all.wrong} wrong, ${all.missed} missed)`,
    `green P ${percent(precision(green))}`,
    `near misses ${nearMisses.hit}/${nearMisses.of}`,
    `quotes ${percent(quotes.overlapping / Math.max(1, quotes.of))}`,
  ].join('  ');
}

function printFlags(result: Measure): void {
  for (const [flag, counts] of result.byFlag) {
    const [p, r] = [precision(counts), recall(counts)];
    const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r);
    console.log(
      `${flag.padEnd(28)} P ${percent(p).padStart(6)} R ${percent(r).padStart(6)} F1 ${percent(f1).padStart(6)}`,
    );
  }
}

if (process.argv.includes('--speed')) printExtraction();
const documents = labelledDocuments();
if (documents.length === 0) {
  console.log('SKIPPED: no labelled documents beside the project (../shared/policy/docs).');
  process.exit(0);
}
const tuned = documents.filter((document) => !document.heldOut);
const heldOut = documents.filter((document) => document.heldOut);
const read: Reader = (document) => findFlags(document.text, document.kind);

// Per flag for the tuned documents alone: beside the totals, numbers for all would say what went wrong in the others.
printFlags(measure(tuned, FLAG_RULES, read));
console.log(line('tuned on', measure(tuned, FLAG_RULES, read)));
console.log(line('held out', measure(heldOut, FLAG_RULES, read)));
console.log(line('all', measure(documents, FLAG_RULES, read)));
console.log(line('naive matcher, all', measure(documents, FLAG_RULES, readNaively)));
if (process.argv.includes('--mistakes')) {
  for (const { document, flag, kind, quote } of measure(tuned, FLAG_RULES, read).mistakes) {
    console.log(`${kind.toUpperCase()} ${flag} (${document}): ${quote.slice(0, 600)}`);
  }
}
if (process.argv.includes('--speed'))
  printSpeed(tuned.flatMap(({ text }) => text.clauses.map((clause) => clause.text)));
