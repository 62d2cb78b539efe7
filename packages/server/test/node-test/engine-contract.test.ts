import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { engineContract } from '../../src/contract/engine-checks.ts';

it("the contract of engines runs in Node's own test runner", async () => {
  const file = join(import.meta.dirname, 'engine-contract.ts');
  // A test inside a test run of Node would report to that run.
  const { NODE_TEST_CONTEXT: _ignored, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', file], {
    env,
  });
  expect(stdout).toContain(`\n# pass ${engineContract.length}\n# fail 0\n`);
});
