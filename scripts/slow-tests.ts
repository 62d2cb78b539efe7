/** A test with its duration. */
export interface TimedTest {
  /** File and title. */
  readonly name: string;
  readonly ms: number;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly duration?: number | null }[];
  }[];
}

interface PlaywrightSuite {
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
}

/** @param json - Vitest's or Playwright's JSON report */
export function timedTests(json: string): TimedTest[] {
  const report = JSON.parse(json) as VitestReport | { readonly suites: readonly PlaywrightSuite[] };
  if ('suites' in report) return report.suites.flatMap(testsOfSuite);
  return report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: `${file}: ${fullName}`, ms: duration ?? 0 })),
  );
}

function testsOfSuite({ file, suites = [], specs }: PlaywrightSuite): TimedTest[] {
  const own = specs.map(({ title, tests }) => ({
    name: `e2e/${file}: ${title}`,
    ms: tests.reduce((sum, { results }) => sum + results.reduce((all, { duration }) => all + duration, 0), 0),
  }));
  return [...own, ...suites.flatMap(testsOfSuite)];
}

/** Returns the `count` longest tests, longest first. */
export function slowest(tests: readonly TimedTest[], count: number): TimedTest[] {
  return tests.toSorted((a, b) => b.ms - a.ms).slice(0, count);
}
