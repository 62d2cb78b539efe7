import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const bootstrap = (...args: string[]) =>
  runCommand([process.execPath, 'scripts/bootstrap.mjs', ...args], { timeoutMs: 60_000 });

test('bootstrap lists the available commands when given an unknown one', async () => {
  const { exitCode, output } = await bootstrap('constructor');
  expect(exitCode).toBe(1);
  expect(output).toContain('demo|test');
});
