import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const node = process.execPath;
const timeoutMs = 20_000;

test('the exit code and both outputs come back', async () => {
  const code = `console.log('out'); console.error('err'); process.exitCode = 3`;
  const { exitCode, output } = await runCommand([node, '-e', code], { timeoutMs });
  expect(exitCode).toBe(3);
  expect(output).toContain('out\n');
  expect(output).toContain('err\n');
});

test('a program that is not there is a failure in words', async () => {
  const { exitCode, output } = await runCommand(['there-is-no-such-program'], { timeoutMs });
  expect(exitCode).toBe(127);
  expect(output).toContain('there-is-no-such-program could not be started');
});

test('a program that does not end is stopped when its time is up', async () => {
  const { exitCode, output } = await runCommand([node, '-e', 'setInterval(() => {}, 1000)'], {
    timeoutMs: 1,
  });
  expect(exitCode).toBe(124);
  expect(output).toContain('took longer than');
});

test('the environment is added to the one there is', async () => {
  const code = `console.log(process.env.EXTRA, Boolean(process.env.PATH))`;
  const { output } = await runCommand([node, '-e', code], { timeoutMs, env: { EXTRA: 'more' } });
  expect(output).toBe('more true\n');
});
