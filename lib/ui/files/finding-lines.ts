import type { Finding } from '../../strip/types.ts';
import { removedInWords, stripText } from '../../words/strip.ts';
import { capital } from '../words/lists.ts';

/** One kind of thing found in a file, in the person's words, with what it says; without values when there is nothing to read. */
export type FindingLine = { label: string; values: string[] };

/** What was found, each kind of thing once, the most telling first. The values are for the person's eyes: show them, never keep them. */
export function findingLines(findings: readonly Finding[]): FindingLine[] {
  return removedInWords(findings.map(withoutPlace)).map((label) => ({
    label: capital(label),
    values: valuesOf(findings, label),
  }));
}

/** A position stands in the words of its kind; as a line of its own it is a value like the others. */
function withoutPlace(finding: Finding): Finding {
  return finding.kind === 'location' ? { ...finding, value: undefined } : finding;
}

function valuesOf(findings: readonly Finding[], label: string): string[] {
  const same = findings.filter((finding) => removedInWords([withoutPlace(finding)])[0] === label);
  return [...new Set(same.flatMap(({ value }) => (value === undefined ? [] : stripText(value))))];
}
