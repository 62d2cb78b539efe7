/** How many tests a stage ran. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** @param json - Vitest's JSON report; undefined when there is none */
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
 * A test that passed only when it was tried again has failed.
 *
 * @param json - Playwright's JSON report; undefined when there is none
 */
export function countPlaywright(json: string | undefined): TestCounts | undefined {
  if (json === undefined) return undefined;
  const { stats }: { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> } =
    JSON.parse(json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * Holds a report against the exit code: a file that does not load or an error outside of any test makes no
 * failed test, and a stage that ran nothing must not pass either.
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
