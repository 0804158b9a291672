import { describe, expect, it } from 'vitest';
import { countOfReport, FAILED, inWords, PASSED, sum } from '../../tools/count.ts';

const report = (fields: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    success: true,
    ...fields,
  });

describe('the count of a test run', () => {
  it('adds up all runners in one line', () => {
    expect(inWords(sum([PASSED, FAILED, countOfReport(report({}))]))).toBe('4 passed, 1 failed');
  });

  it('says what was skipped, when something was', () => {
    expect(inWords(countOfReport(report({ numPendingTests: 2, numTodoTests: 1 })))).toBe(
      '3 passed, 0 failed, 3 skipped',
    );
  });

  it('counts a file that does not load as a failure, though no test of it failed', () => {
    expect(countOfReport(report({ success: false })).failed).toBe(1);
  });

  it('counts a run without a report as a failure', () => {
    expect(countOfReport(null)).toEqual(FAILED);
  });
});
