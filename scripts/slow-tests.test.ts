import { expect, test } from 'vitest';
import { slowest, timedTests } from './slow-tests.ts';

test("the tests of Vitest's report are timed, and one that did not run took no time", () => {
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

test("the tests of Playwright's report are timed, in nested suites, with all their tries", () => {
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

test('the longest tests come first, as many as asked for', () => {
  const tests = [1, 3, 2].map((ms) => ({ name: `${ms}`, ms }));
  expect(slowest(tests, 2).map(({ ms }) => ms)).toEqual([3, 2]);
});
