import { expect, test } from 'vitest';
import { explainStart } from './explain-start.ts';

const explain = (errors: string) =>
  explainStart('processExecutor', { reason: 'exit code 1', errors, spawnError: undefined }).message;

test.each([
  'bwrap: No permissions to create new namespace, likely because the kernel does not allow non-privileged user namespaces.',
  'bwrap: Creating new namespace failed: Operation not permitted',
  'bwrap: setting up uid map: Permission denied',
  'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted',
])('a machine without namespaces is named, with what to allow: %s', (errors) => {
  expect(explain(errors)).toContain(`processExecutor cannot start Python: ${errors}`);
  expect(explain(errors)).toContain('This machine does not let the server create namespaces.');
  expect(explain(errors)).toContain('Or set trustedUsersOnly: true');
});

test('an old bubblewrap is named', () => {
  expect(explain('bwrap: Unknown option --size')).toContain('Install bubblewrap 0.8 or later.');
});

test('a folder that the user of the sandbox cannot read is named', () => {
  expect(
    explain("bwrap: Can't find source path /root/app/node_modules/pyodide: Permission denied"),
  ).toContain('Move the folder to where every user can read it, or set `uid`');
});

test('an end without a message is explained by its exit code', () => {
  expect(explain('')).toBe('processExecutor cannot start Python: exit code 1.');
});
