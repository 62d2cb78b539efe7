import { createServer, type ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
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
