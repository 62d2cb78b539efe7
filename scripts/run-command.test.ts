import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const node = process.execPath;
const timeoutMs = 20_000;

test('runCommand returns the exit code and both outputs', async () => {
  const code = `console.log('out'); console.error('err'); process.exitCode = 3`;
  const { exitCode, output } = await runCommand([node, '-e', code], { timeoutMs });
  expect(exitCode).toBe(3);
  expect(output).toContain('out\n');
  expect(output).toContain('err\n');
});

test('runCommand returns exit code 127 and a message for a program that does not exist', async () => {
  const { exitCode, output } = await runCommand(['there-is-no-such-program'], { timeoutMs });
  expect(exitCode).toBe(127);
  expect(output).toContain('there-is-no-such-program could not be started');
});

test('runCommand kills a program after the timeout', async () => {
  const { exitCode, output } = await runCommand([node, '-e', 'setInterval(() => {}, 1000)'], {
    timeoutMs: 1,
  });
  expect(exitCode).toBe(124);
  expect(output).toContain('took longer than');
});

test('runCommand adds variables to the inherited environment', async () => {
  const code = `console.log(process.env.EXTRA, Boolean(process.env.PATH))`;
  const { output } = await runCommand([node, '-e', code], { timeoutMs, env: { EXTRA: 'more' } });
  expect(output).toBe('more true\n');
});
