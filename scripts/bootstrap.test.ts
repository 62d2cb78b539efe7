import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const bootstrap = (...args: string[]) =>
  runCommand([process.execPath, 'scripts/bootstrap.mjs', ...args], { timeoutMs: 60_000 });

test('a command that there is not is answered with those that there are', async () => {
  const { exitCode, output } = await bootstrap('constructor');
  expect(exitCode).toBe(1);
  expect(output).toContain('demo|test');
});
