import { findFlags } from '../../../lib/policy/flags/find.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import classes from '../../../rules/classes.json' with { type: 'json' };
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { expressionsOf } from './expressions.ts';

const RUNS = 5;
/** Longer texts would keep the regular expressions busy for minutes. */
const BESIDE = 10_000;

/** Repeated to one line that means harm: full of what the rules look for, and without an end. */
const HOSTILE = ['not ', 'we use your content to train ', 'you grant us a licence to your content except '];

/** Prints how long flags take to find as a text grows, beside each rule's regular expression run over every sentence. */
export function printSpeed(paragraphs: string[]): void {
  const expressions = expressionsOf(FLAG_RULES, classes);
  findFlags(textOf(paragraphs, 5_000), 'terms');
  for (const words of [1_000, 10_000, 100_000]) {
    const text = textOf(paragraphs, words);
    const engine = best(() => findFlags(text, 'terms'));
    const naive =
      words > BESIDE
        ? undefined
        : best(() => text.clauses.map((clause) => expressions.filter((one) => one.test(clause.text))));
    const beside =
      naive === undefined
        ? ''
        : `, regular expressions one after another ${naive.toFixed(0)} ms (${(naive / engine).toFixed(1)}x)`;
    console.log(`${String(words).padStart(7)} words: ${engine.toFixed(0)} ms${beside}`);
  }
  for (const piece of HOSTILE) {
    const text = textOf([piece.repeat(Math.ceil(1_000_000 / piece.length))], 1);
    console.log(
      `a line of 1 MB, ${JSON.stringify(piece)}: ${best(() => findFlags(text, 'terms')).toFixed(0)} ms`,
    );
  }
}

function textOf(paragraphs: string[], words: number) {
  const taken: string[] = [];
  for (let count = 0, at = 0; count < words; at += 1) {
    const paragraph = paragraphs[at % paragraphs.length] ?? '';
    taken.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return policyFromMarkdown(taken.join('\n\n'));
}

/** Milliseconds of the processor's time, so that what else the machine does is not counted. */
function best(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
