import { expect, test } from 'vitest';
import { slowest, timedTests } from './slow-tests.ts';

test("timedTests reads durations from Vitest's report, with 0 ms for a skipped test", () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        assertionResults: [{ fullName: 'adds', duration: 3.5 }, { fullName: 'is skipped' }],
      },
    ],
  };
  expect(timedTests(JSON.stringify(report))).toEqual([
    { name: 'a.test.ts: adds', ms: 3.5 },
    { name: 'a.test.ts: is skipped', ms: 0 },
  ]);
});

test("timedTests reads durations from Playwright's report, in nested suites, and adds up retries", () => {
  const spec = (title: string, ...durations: number[]) => ({
    title,
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const report = {
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec('opens', 5)],
        suites: [{ file: 'a.spec.ts', specs: [spec('closes', 2, 4)] }],
      },
    ],
  };
  expect(timedTests(JSON.stringify(report))).toEqual([
    { name: 'e2e/a.spec.ts: opens', ms: 5 },
    { name: 'e2e/a.spec.ts: closes', ms: 6 },
  ]);
});

test('slowest returns the given number of tests, longest first', () => {
  const tests = [1, 3, 2].map((ms) => ({ name: `${ms}`, ms }));
  expect(slowest(tests, 2).map(({ ms }) => ms)).toEqual([3, 2]);
});
