import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import type { McpHttpServer } from './mcp-options.ts';
import { mcpTools } from './mcp-tools.ts';

interface Request {
  readonly id?: number;
  readonly method: string;
}

/** An HTTP server that responds to the messages of MCP as the test says; its URL. */
async function listen(respond: (request: Request, response: ServerResponse) => void): Promise<string> {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (incoming.method !== 'POST') response.writeHead(405).end();
      else respond(JSON.parse(Buffer.concat(chunks).toString()) as Request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/mcp`;
}

function respondWith(response: ServerResponse, id: number | undefined, result: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ jsonrpc: '2.0', id, result }));
}

const INITIALIZED = {
  protocolVersion: '2025-06-18',
  capabilities: { tools: {} },
  serverInfo: { name: 'hostile', version: '1' },
};

function toolsOf(server: McpHttpServer) {
  const problems: string[] = [];
  const source = mcpTools({ name: 'web', server, allow: ['ok'], connectTimeoutMs: 200 });
  onTestFinished(() => source.close());
  return { list: () => source.listTools((problem) => problems.push(problem)), problems };
}

it('a server that stops to respond after the first request is waited for until the time limit', async () => {
  const url = await listen(({ id, method }, response) => {
    if (method === 'initialize') respondWith(response, id, INITIALIZED);
  });
  const { list, problems } = toolsOf({ url });
  expect(await list()).toEqual([]);
  await until(() => problems.length === 1);
  expect(problems[0]).toMatch(/did not respond within 200 ms/);
});

it('all pages of a list have one time limit', async () => {
  let pages = 0;
  const url = await listen(({ id, method }, response) => {
    if (method === 'initialize') return respondWith(response, id, INITIALIZED);
    if (method !== 'tools/list') return response.writeHead(202).end();
    pages += 1;
    return setTimeout(() => respondWith(response, id, { tools: [], nextCursor: `${pages}` }), 60);
  });
  const { list, problems } = toolsOf({ url });
  expect(await list()).toEqual([]);
  await until(() => problems.length === 1);
  expect(pages).toBeLessThan(10);
});

it('the log does not have a header that the server repeats in its error', async () => {
  const url = await listen((_request, response) => response.writeHead(401).end('Not valid: hush1234'));
  const { list, problems } = toolsOf({ url, headers: { authorization: 'Bearer hush1234' } });
  await list();
  expect(problems).toEqual([expect.stringMatching(/Not valid: \[hidden\]/)]);
});

const PAY = { name: 'pay', description: 'Pays.', inputSchema: { type: 'object' } };

/** Calls the tool `pay` of a server that responds to the call as the test says; what the tool responded with. */
async function callPay(respondToCall: (request: Request, response: ServerResponse) => void) {
  let calls = 0;
  const url = await listen((request, response) => {
    if (request.id === undefined) return response.writeHead(202).end();
    if (request.method === 'initialize') return respondWith(response, request.id, INITIALIZED);
    if (request.method === 'tools/list') return respondWith(response, request.id, { tools: [PAY] });
    calls += 1;
    return respondToCall(request, response);
  });
  const source = mcpTools({
    name: 'web',
    server: { url },
    allow: { pay: { needsApproval: false, idempotent: true } },
  });
  const engine = stepEngine(async (play, { messages }) => {
    const last = messages.at(-1);
    if (last?.role !== 'tool') {
      play.emit({ type: 'tool-call', index: 0, name: 'web__pay', arguments: '{}' });
      return play.finish('tool-calls');
    }
    play.say(last.output);
    play.finish();
  });
  const { caller, log, faults } = testServer({ tools: [source], engine });
  const body = { assistant_id: 'asst_demo', thread: { messages: [{ role: 'user', content: 'Pay.' }] } };
  const run = await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', body), 'completed');
  const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
  const [part] = data[0]?.content ?? [];
  return { output: part?.type === 'text' ? part.text.value : '', calls, log, faults };
}

const beginStream = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });
const PROGRESS =
  'data: {"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":1}}\n\n';

describe('a call over HTTP that is lost is told to the model at once, and is not sent again', () => {
  it.each<[string, (request: Request, response: ServerResponse) => void]>([
    ['the connection is dropped before the response', (_request, response) => response.destroy()],
    [
      'the connection is dropped in the middle of JSON',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"jsonrpc":', () => response.destroy());
      },
    ],
    [
      'the connection is dropped in the middle of a stream',
      (_request, response) => void beginStream(response).write(PROGRESS, () => response.destroy()),
    ],
    [
      'the stream ends in the middle of its response',
      ({ id }, response) => void beginStream(response).end(`data: {"jsonrpc":"2.0","id":${id},"res`),
    ],
    ['the stream ends without a response', (_request, response) => void beginStream(response).end(PROGRESS)],
    ['the call is only accepted', (_request, response) => void response.writeHead(202).end()],
    [
      'the stream ends, and is not resumed by the server',
      (_request, response) => void beginStream(response).end('retry: 1\nid: 1\ndata:\n\n'),
    ],
  ])('%s', async (_what, respondToCall) => {
    const { output, calls } = await callPay(respondToCall);
    expect(output).toMatch(/not known whether it was executed/);
    expect(calls).toBe(1);
  });

  it('a call whose stream ends after its response has its output', async () => {
    const { output } = await callPay(({ id }, response) => {
      const result = { content: [{ type: 'text', text: 'paid' }] };
      const message = `data: ${JSON.stringify({ jsonrpc: '2.0', id, result })}\n\n`;
      beginStream(response).write(PROGRESS + message, () => response.destroy());
    });
    expect(output).toBe('paid');
  });
});

it('a call that is refused was not executed, and only the log has the reason', async () => {
  const { output, calls, log, faults } = await callPay((_request, response) =>
    response.writeHead(401).end('The token is too old.'),
  );
  expect(output).toBe('{"error":"The tool cannot be reached at the moment: it was not executed."}');
  expect(calls).toBe(1);
  expect(log.map(({ message }) => message)).toEqual([
    'A call of the tool "pay" of the MCP server "web" failed: it responded with HTTP status 401: "The token is too old.". Check its credentials in headers: it does not accept them.',
  ]);
  expect(faults).toEqual([]);
});

it('a call that fails in the server may have been executed, and only the log has the status', async () => {
  const { output, log } = await callPay((_request, response) => response.writeHead(502).end());
  expect(output).toMatch(/not known whether it was executed/);
  expect(log[0]?.message).toMatch(/failed: it responded with HTTP status 502\. Look for the reason/);
});
