/**
 * Runs `npm run demo` from start to end: its port is taken, so that it uses the next one; page and API respond;
 * Ctrl-C stops it with exit code 0 and frees the port.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { nextFreePort } from './free-port.ts';
import { repositoryRoot } from './repository-root.ts';

/** @param problem - Continues "The demo …" in the error. */
function expect(condition: boolean, problem: string): void {
  if (!condition) throw new Error(`The demo ${problem}.`);
}

async function expectResponse(url: string, part: string): Promise<void> {
  const response = await fetch(url);
  const body = await response.text();
  expect(
    response.ok && body.includes(part),
    `responds to ${url} with ${response.status}: ${body.slice(0, 200)}`,
  );
}

const takenPort = await nextFreePort(4300);
const blocker = createServer().listen(takenPort, '127.0.0.1');
await once(blocker, 'listening');

const demo = spawn(process.execPath, ['scripts/bootstrap.mjs', 'demo'], {
  cwd: repositoryRoot,
  env: {
    ...process.env,
    PORT: String(takenPort),
    PLAYGROUND_DB: ':memory:',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const exited = once(demo, 'exit');
let output = '';
let url: string | undefined;
for await (const line of createInterface({ input: demo.stdout })) {
  output += `${line}\n`;
  url = /^\s*(http:\S+)$/.exec(line)?.[1];
  if (url !== undefined) break;
}

try {
  if (url === undefined) throw new Error(`The demo printed no URL:\n${output}`);
  expect(
    output.includes(`Port ${takenPort} is taken`),
    `does not report that port ${takenPort} is taken:\n${output}`,
  );
  await expectResponse(url, '<div id="root">');
  await expectResponse(`${url}/v1/assistants`, 'asst_demo');
  demo.kill('SIGINT');
  const [code] = await exited;
  expect(code === 0, `exits with ${code} after Ctrl-C`);
  const port = Number(new URL(url).port);
  expect((await nextFreePort(port)) === port, `does not free port ${port}`);
  console.log('The demo starts, responds and stops.');
} finally {
  demo.kill('SIGKILL');
  blocker.close();
}
