import { expect, test } from 'vitest';
import { addCounts, countPlaywright, countStage, countVitest } from './test-counts.ts';

test("countVitest counts the tests in Vitest's report", () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('countPlaywright counts a flaky test as failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
  expect(countPlaywright(JSON.stringify({ stats }))).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('countStage counts one failure for a non-zero exit code without a failed test', () => {
  expect(countStage(1, { passed: 3, failed: 0, skipped: 0 })).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('countStage counts one failure for a stage that ran no test', () => {
  expect(countStage(0, { passed: 0, failed: 0, skipped: 4 }).failed).toBe(1);
  expect(countStage(0, undefined).failed).toBe(1);
});

test('countStage adds no failure when the report contains failed tests', () => {
  expect(countStage(1, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
});

test('addCounts adds up the counts of stages', () => {
  const one = { passed: 1, failed: 0, skipped: 0 };
  expect(addCounts([one, { passed: 4, failed: 2, skipped: 1 }])).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
  });
});
