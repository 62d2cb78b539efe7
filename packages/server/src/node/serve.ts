import type { Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from '../server/server-options.ts';
import { isLoopback, refuseForeignHost } from './loopback-guard.ts';

export interface ServeOptions {
  readonly server: Server;
  /** 0 takes a free one. @defaultValue 4010 */
  readonly port?: number | undefined;
  /** On a loopback address only requests for this very machine are answered. @defaultValue '127.0.0.1' */
  readonly host?: string | undefined;
}

export interface Served {
  /** Without a trailing slash. */
  readonly url: string;
  /** Frees the port, ends open streams and closes the server. */
  close(): Promise<void>;
}

/** Puts a server on a port. Rejects, in words to act on, when the port or its storage cannot be had. */
export async function serve({ server, port = 4010, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  await server.open();
  const guarded = isLoopback(host);
  const listener = createAdaptorServer({
    fetch: (request) => (guarded ? refuseForeignHost(request) : undefined) ?? server.fetch(request),
    // The global classes stay as they are: other code of the process may compare with them.
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
      const freed = new Promise<void>((resolve, reject) => {
        listener.close((error) => (error ? reject(error) : resolve()));
      });
      // Streams end with a word about it; idle connections would hold the port for minutes.
      await server.close();
      listener.closeIdleConnections();
      const stragglers = setTimeout(() => listener.closeAllConnections(), 500);
      await freed;
      clearTimeout(stragglers);
    },
  };
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

function explain(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is in use. Stop what listens there, or choose another port.`, {
      cause: error,
    });
  }
  if (code === 'EACCES') {
    return new Error(`Port ${port} on ${host} may not be used by this account. Choose one above 1023.`, {
      cause: error,
    });
  }
  return error;
}
