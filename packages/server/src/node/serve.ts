import type { Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from '../server/server-options.ts';
import { isLoopback, refuseForeignHost } from './loopback-guard.ts';

/** Options of {@link serve}. */
export interface ServeOptions {
  /** The server to run, from `createServer`. Opened by `serve`, and closed with the {@link RunningServer}. */
  readonly server: Server;
  /** 0 picks a free port. @defaultValue 4010 */
  readonly port?: number | undefined;
  /** On a loopback address, requests with any other `Host` header are refused. @defaultValue '127.0.0.1' */
  readonly host?: string | undefined;
}

/** A server that listens for HTTP requests. */
export interface RunningServer {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Closes the server, which accepts connections meanwhile, and then releases the port. */
  close(): Promise<void>;
}

/** Serves over HTTP. Rejects with an actionable message when the port or the storage is unavailable. */
export async function serve({
  server,
  port = 4010,
  host = '127.0.0.1',
}: ServeOptions): Promise<RunningServer> {
  await server.open();
  const guarded = isLoopback(host);
  const listener = createAdaptorServer({
    async fetch(request, { incoming }) {
      const response = (guarded ? refuseForeignHost(request) : undefined) ?? (await server.fetch(request));
      if (incoming.httpVersion === '1.1') sendAtOnce(response);
      return response;
    },
    // Other code in the process may compare against the global Request and Response classes.
    overrideGlobalObjects: false,
  }) as NodeServer;
  try {
    await listen(listener, port, host);
  } catch (error) {
    await server.close();
    throw explain(error, port, host);
  }
  const { port: taken } = listener.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host}:${taken}`,
    async close() {
      try {
        // Until it is closed it responds with 503 to new requests, of which a client knows that nothing was done.
        await server.close();
      } finally {
        await stopListening(listener);
      }
    },
  };
}

/** The adapter holds the first chunk of a stream back for a millisecond, to see whether it is the last. */
function sendAtOnce({ headers }: Response): void {
  const isStream = headers.get('content-type')?.startsWith('text/event-stream');
  if (isStream) headers.set('transfer-encoding', 'chunked');
}

function listen(listener: NodeServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      listener.off('error', reject);
      resolve();
    });
  });
}

/** Ended streams may take a moment to reach their readers; idle connections would keep the port for minutes. */
async function stopListening(listener: NodeServer): Promise<void> {
  const freed = new Promise<void>((resolve, reject) => {
    listener.close((error) => (error ? reject(error) : resolve()));
  });
  listener.closeIdleConnections();
  const stragglers = setTimeout(() => listener.closeAllConnections(), 500);
  await freed;
  clearTimeout(stragglers);
}

function explain(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is in use. Stop the process that uses it, or choose another port.`,
      {
        cause: error,
      },
    );
  }
  if (code === 'EACCES') {
    return new Error(`Port ${port} on ${host} may not be used by this account. Choose one above 1023.`, {
      cause: error,
    });
  }
  return error;
}
