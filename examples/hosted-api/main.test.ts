import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

function start(file: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** The command of the published package, from this repository. */
async function serveThreadkit(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@threadkit/server/node'));
  const child = start(entry.replace(/node\.ts$/, 'cli.ts'), ['serve', '--port', '0', '--pace', '0']);
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const url = /listening on (\S+)/.exec(output)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`threadkit did not listen: ${output}`);
}

it('a program for the hosted API runs against threadkit serve, through a tool round to the end', async () => {
  const url = await serveThreadkit();
  const program = start(here('main.ts'), [], { OPENAI_BASE_URL: `${url}/v1` });
  let output = '';
  program.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  program.stderr?.on('data', (chunk) => {
    output += String(chunk);
  });
  const [code] = await once(program, 'close');
  expect([code, output]).toEqual([0, expect.any(String)]);
  expect(output).toContain('tool > get_weather({"city":"Lisbon"})');
  expect(output).toMatch(/assistant says > .*(rainy|16)/s);
  expect(output).toMatch(/run > completed, \d+ tokens/);
  expect(output).toContain('user > What is the weather in Lisbon?');
});

it('the example differs from a program for the hosted API in one line', () => {
  const lines = readFileSync(here('main.ts'), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\*|\/\*)/.test(line));
  expect(lines.filter((line) => /baseURL|threadkit/i.test(line))).toHaveLength(1);
});
