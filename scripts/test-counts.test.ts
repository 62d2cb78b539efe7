import { expect, test } from 'vitest';
import { addCounts, countPlaywright, countStage, countVitest } from './test-counts.ts';

test("Vitest's report is counted by test", () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('a flaky end-to-end test has failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
  expect(countPlaywright(JSON.stringify({ stats }))).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('a non-zero exit without a failed test is one failure', () => {
  expect(countStage(1, { passed: 3, failed: 0, skipped: 0 })).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a stage that ran nothing has failed', () => {
  expect(countStage(0, { passed: 0, failed: 0, skipped: 4 }).failed).toBe(1);
  expect(countStage(0, undefined).failed).toBe(1);
});

test('failures that the report names are not counted twice', () => {
  expect(countStage(1, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
});

test('stages add up', () => {
  const one = { passed: 1, failed: 0, skipped: 0 };
  expect(addCounts([one, { passed: 4, failed: 2, skipped: 1 }])).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
  });
});
