/** Numbers of tests by result. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** @param json - Vitest's JSON report; undefined when the file is missing. */
export function countVitest(json: string | undefined): TestCounts | undefined {
  if (json === undefined) return undefined;
  const report: Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number> =
    JSON.parse(json);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts tests in Playwright's report. Flaky tests, which passed only on a retry, count as failed.
 *
 * @param json - Playwright's JSON report; undefined when the file is missing.
 */
export function countPlaywright(json: string | undefined): TestCounts | undefined {
  if (json === undefined) return undefined;
  const { stats }: { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> } =
    JSON.parse(json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * Adds a failure that the report does not contain: a file that does not load and an error outside of a test produce
 * no failed test, and a stage without any test must not pass.
 */
export function countStage(exitCode: number, counts: TestCounts | undefined): TestCounts {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const isUnexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isUnexplained ? 1 : failed, skipped };
}

export function addCounts(all: readonly TestCounts[]): TestCounts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}
