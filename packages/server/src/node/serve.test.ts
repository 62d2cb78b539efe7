import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { scripted } from '../engines/scripted/scripted.ts';
import { createServer } from '../server/create-server.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { serve } from './serve.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'threadkit-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function newServer() {
  return createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'm' }],
  });
}

/** The whole response to a streamed run over one version of HTTP, as it came over the socket. */
function rawStream(url: string, version: '1.0' | '1.1'): Promise<string> {
  const body = JSON.stringify({
    assistant_id: 'asst_demo',
    stream: true,
    thread: { messages: [{ role: 'user', content: 'hello' }] },
  });
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    socket.on('error', reject).on('close', () => resolve(received));
    const headers = [
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Connection: close',
    ];
    socket.write(`POST /v1/threads/runs HTTP/${version}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  });
}

describe('serve', () => {
  it('serve responds on the URL it returns, and releases the port on close', async () => {
    const first = await serve({ server: newServer(), port: 0 });
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${first.url}/v1/threads`)).status).toBe(200);
    await first.close();
    const port = Number(new URL(first.url).port);
    const second = await serve({ server: newServer(), port });
    await second.close();
  });

  it('serve rejects with a clear message when the port is in use', async () => {
    const first = await serve({ server: newServer(), port: 0 });
    onTestFinished(() => first.close());
    const port = Number(new URL(first.url).port);
    await expect(serve({ server: newServer(), port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use.`,
    );
  });

  it('a stream is chunked over HTTP 1.1, and ends with the connection over HTTP 1.0', async () => {
    const { url, close } = await serve({ server: newServer(), port: 0 });
    onTestFinished(close);
    const chunked = await rawStream(url, '1.1');
    expect(chunked).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(chunked).toMatch(/\r\ntransfer-encoding: chunked\r\n/i);
    expect(chunked).toMatch(/\r\n0\r\n\r\n$/);
    const whole = await rawStream(url, '1.0');
    expect(whole).not.toMatch(/transfer-encoding/i);
    expect(whole).toMatch(/event: done\ndata: \[DONE\]\n\n$/);
  });

  it('serve refuses other Host headers on a loopback address', async () => {
    const { url, close } = await serve({ server: newServer(), port: 0 });
    onTestFinished(close);
    const status = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request(`${url}/v1/threads`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await status('localhost:4010')).toBe(200);
    expect(await status('127.0.0.1')).toBe(200);
    expect(await status('evil.example')).toBe(403);
    expect(await status('localhost.evil.example')).toBe(403);
  });
});

interface Cli {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly url: Promise<string>;
}

function threadkit(...args: string[]): Cli {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /listening on (\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => reject(new Error(`threadkit ended: ${text}`)));
  });
  // Commands that are meant to fail never print a URL.
  url.catch(() => {});
  return { child, ended, url, output: () => text };
}

const post = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('threadkit serve', () => {
  it('threadkit serve serves the demo assistant, stops at SIGTERM and releases its file and port', async () => {
    const args = ['serve', '--', '--port', '0', '--pace', '0', '--db', join(folder, 'orderly.sqlite')];
    const first = threadkit(...args);
    const url = await first.url;
    const { id } = (await (
      await post(`${url}/v1/threads`, { messages: [{ role: 'user', content: 'hello' }] })
    ).json()) as {
      id: string;
    };
    const stream = await post(`${url}/v1/threads/${id}/runs`, { assistant_id: 'asst_demo', stream: true });
    expect(await stream.text()).toMatch(/event: thread.run.completed[\s\S]*event: done\ndata: \[DONE\]\n\n$/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = threadkit(...args);
    const thread = await fetch(`${await second.url}/v1/threads/${id}`);
    expect(thread.status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('threadkit serve completes an interrupted run after a kill and a restart', async () => {
    const file = join(folder, 'killed.sqlite');
    const first = threadkit('serve', '--port', '0', '--pace', '5', '--db', file);
    const stream = await post(`${await first.url}/v1/threads/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
      thread: { messages: [{ role: 'user', content: 'a long response please' }] },
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('thread.message.delta')) seen += (await reader?.read())?.value ?? '';
    const run = /"id":"(run_\w+)"/.exec(seen)?.[1];
    const thread = /"thread_id":"(thread_\w+)"/.exec(seen)?.[1];
    first.child.kill('SIGKILL');
    await first.ended;
    const second = threadkit('serve', '--port', '0', '--pace', '0', '--db', file);
    const events = await fetch(`${await second.url}/v1/threads/${thread}/runs/${run}/events`);
    const text = await events.text();
    expect(text.match(/event: thread.run.completed/g)).toHaveLength(1);
    expect(text.match(/event: thread.message.incomplete/g)).toHaveLength(1);
    expect(text.match(/event: thread.message.completed/g)).toHaveLength(1);
  });

  it.each([
    [['serve', '--port', 'abc'], 2, /--port abc is not a whole number/],
    [['serve', '--engine', 'magic'], 2, /There are: scripted, chat-completions/],
    [['serve', '--color'], 2, /Unknown option '--color'/],
    [['serve', '--host', '0.0.0.0'], 2, /not a loopback address/],
    [['sing'], 2, /Unknown command 'sing'/],
    [['serve', '--prot', '1'], 2, /^threadkit: Unknown option '--prot'\.\n/],
    [['serve', '--port', '0', '--db', join(folder, 'no', 'folder.sqlite')], 1, /cannot be opened/],
    [['serve', '--from', 'sqlite:a'], 2, /--from is not an option of 'threadkit serve'/],
    [['migrate', '--port', '1'], 2, /--port is not an option of 'threadkit migrate'/],
    [['migrate', '--from', 'a.sqlite'], 2, /Expected sqlite:<file>/],
    [['migrate'], 2, /needs the connection string of the database in DATABASE_URL/],
    [['--help'], 0, /Usage: threadkit serve/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  ])('threadkit serve %j exits with its code and message, without a stack', async (args, code, words) => {
    const { ended, output } = threadkit(...args);
    expect(await ended).toBe(code);
    expect(output()).toMatch(words);
    expect(output()).not.toMatch(/\n\s+at /);
  });
});
