import { expect, test } from 'vitest';
import { processExecutor } from './process-executor.ts';
import { pyodideExecutor } from './pyodide-executor.ts';

// As plain JavaScript may call them.
const withProcess = (options: unknown) => () => processExecutor(options as object);
const withPyodide = (options: unknown) => () => pyodideExecutor(options as object);

test.each([
  [withProcess({ timeout: 1 }), 'processExecutor has no option "timeout"'],
  [withProcess({ limits: { time: 1 } }), 'processExecutor: limits has no member "time"'],
  [withProcess({ limits: { timeoutMs: '1s' } }), 'processExecutor: limits.timeoutMs is "1s"'],
  [withProcess({ limits: { memoryBytes: 1 } }), 'processExecutor: limits.memoryBytes is 1'],
  [withProcess({ python: 'python3' }), 'processExecutor: python is "python3". Pass an absolute path.'],
  [withProcess({ readOnlyPaths: ['data'] }), 'processExecutor: readOnlyPaths is "data"'],
  [withProcess({ trustedUsersOnly: 'yes' }), 'processExecutor: trustedUsersOnly is "yes"'],
  [withProcess({ uid: 0 }), 'processExecutor: uid is 0'],
  [withPyodide({ packageUrl: 'https://example.com' }), 'pyodideExecutor has no option "packageUrl"'],
  [withPyodide({ packageDir: './wheels' }), 'pyodideExecutor: packageDir is "./wheels"'],
])('a wrong option is named: %#', (create, message) => {
  expect(create).toThrow(message);
});
