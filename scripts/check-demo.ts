/**
 * Lives through `npm run demo` as a stranger would: its port is taken, it takes the next, page and API answer,
 * Ctrl-C stops it cleanly and frees the port.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { nextFreePort } from './free-port.ts';
import { repositoryRoot } from './repository-root.ts';

function expect(condition: boolean, sentence: string): void {
  if (!condition) throw new Error(`The demo ${sentence}.`);
}

async function expectAnswer(url: string, part: string): Promise<void> {
  const response = await fetch(url);
  const body = await response.text();
  expect(response.ok && body.includes(part), `answers ${url} with ${response.status}: ${body.slice(0, 200)}`);
}

const taken = await nextFreePort(4300);
const other = createServer().listen(taken, '127.0.0.1');
await once(other, 'listening');

const demo = spawn(process.execPath, ['scripts/bootstrap.mjs', 'demo'], {
  cwd: repositoryRoot,
  env: {
    ...process.env,
    PORT: String(taken),
    PLAYGROUND_DB: ':memory:',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const exited = once(demo, 'exit');
let said = '';
let url: string | undefined;
for await (const line of createInterface({ input: demo.stdout })) {
  said += `${line}\n`;
  url = /^\s*(http:\S+)$/.exec(line)?.[1];
  if (url !== undefined) break;
}

try {
  if (url === undefined) throw new Error(`The demo printed no URL:\n${said}`);
  expect(said.includes(`Port ${taken} is taken`), `does not say that port ${taken} is taken:\n${said}`);
  await expectAnswer(url, '<div id="root">');
  await expectAnswer(`${url}/v1/assistants`, 'asst_demo');
  demo.kill('SIGINT');
  const [code] = await exited;
  expect(code === 0, `ends with ${code} after Ctrl-C`);
  const port = Number(new URL(url).port);
  expect((await nextFreePort(port)) === port, `still holds port ${port}`);
  console.log('The demo starts, answers and stops.');
} finally {
  demo.kill('SIGKILL');
  other.close();
}
