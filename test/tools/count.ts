/** How the checks of one step ended. A step without tests of its own counts as one check. */
export type Count = { passed: number; failed: number; skipped: number };

export const PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
export const FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

/** All counts together. */
export function sum(counts: readonly Count[]): Count {
  const add = (a: Count, b: Count) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  });
  return counts.reduce(add, { passed: 0, failed: 0, skipped: 0 });
}

/** The last line of a run: "12 passed, 0 failed", and what was skipped when something was. */
export function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The count of a Vitest run from its JSON report, or one failure when there is no report. A file that could not even be
 * loaded has no failed test: it counts as one.
 */
export function countOfReport(report: string | null): Count {
  if (report === null) return FAILED;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(
    report,
  ) as Report;
  const failed = numFailedTests === 0 && !success ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** The fields we read of Vitest's JSON reporter. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
};
