import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request that a model's provider received. */
export interface ProviderRequest<Body> {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

export interface LoopbackProvider<Body> {
  /** Without a slash at the end. */
  readonly url: string;
  readonly requests: ProviderRequest<Body>[];
}

/** A model's provider on a local port, closed when the test ends. `respond` receives the parsed body and the number of the request, from 0. */
export async function loopbackProvider<Body>(
  respond: (response: ServerResponse, body: Body, index: number) => void,
): Promise<LoopbackProvider<Body>> {
  const requests: ProviderRequest<Body>[] = [];
  const http = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Body;
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      respond(response, body, requests.length - 1);
    });
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, requests };
}

/** Responds with these events as a stream; `[event, data]`, or only the data. */
export function sendEvents(response: ServerResponse, events: readonly (object | string)[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const data of events) {
    const name = typeof data === 'object' && 'type' in data ? `event: ${String(data.type)}\n` : '';
    response.write(`${name}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
  }
  response.end();
}
