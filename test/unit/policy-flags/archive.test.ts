import { expect, test } from 'vitest';
import { findFlags } from '../../../lib/policy/flags/find.ts';
import { scoreDocuments } from '../../../lib/policy/score/index.ts';
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { labelledDocuments } from '../../perf/policy/labels.ts';
import { measure, precision, recall } from '../../perf/policy/measure.ts';

const documents = labelledDocuments();
if (documents.length === 0)
  console.log('SKIPPED: the labelled policies (../shared/policy/docs) are not there.');

test.skipIf(documents.length === 0)('the labelled policies are read as their readers labelled them', () => {
  const { all, green, nearMisses } = measure(documents, FLAG_RULES, ({ text, kind }) =>
    findFlags(text, kind),
  );
  expect(precision(all)).toBeGreaterThanOrEqual(0.93);
  expect(recall(all)).toBeGreaterThanOrEqual(0.88);
  expect(precision(green)).toBeGreaterThanOrEqual(0.97);
  expect(nearMisses.hit / nearMisses.of).toBeLessThanOrEqual(0.04);
});

test.skipIf(documents.length === 0)(
  'every quote is text of its document, and every hit a sentence or list item',
  () => {
    for (const { text, kind } of documents) {
      for (const { quote, start, end } of findFlags(text, kind)) {
        expect(text.plain.slice(start, end)).toBe(quote);
        expect(text.clauses.some((clause) => clause.start === start && clause.end === end)).toBe(true);
      }
    }
  },
);

test.skipIf(documents.length === 0)('grades of the labelled services tell them apart', () => {
  const services = Map.groupBy(documents, ({ name }) => name.split('--')[0]);
  const grades = [...services.values()].map(
    (both) => scoreDocuments(both.map(({ kind, text }) => ({ kind, text }))).grade,
  );
  const counts = [...Map.groupBy(grades, (grade) => grade).values()].map((same) => same.length);
  expect(counts.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...counts) / grades.length).toBeLessThanOrEqual(0.4);
});

test.skipIf(documents.length === 0)(
  'a promise that the same document takes back is shown with both quotes',
  () => {
    const [document] = documents.filter(({ name }) => name === '3d-gpt--privacy');
    const { contradictions } = scoreDocuments(document ? [{ kind: document.kind, text: document.text }] : []);
    const training = contradictions.filter(({ topic }) => topic === 'training');
    expect(training.length).toBeGreaterThan(0);
    for (const { green, red } of training) expect(green.quote).not.toBe(red.quote);
  },
);
