import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import { limitedFetch } from './limited-fetch.ts';
import type { McpHttpServer } from './mcp-options.ts';
import { MAX_RESUMES, noticeLostResponses } from './notice-lost-responses.ts';
import type { ProgramReport } from './open-program.ts';
import type { McpSettings } from './read-mcp-options.ts';

export interface OpenedTransport {
  readonly transport: Transport;
  /** What is known about the program; left out for HTTP. */
  readonly report?: () => ProgramReport;
}

/** A transport to the MCP server, not started yet. Loads only what its kind needs: the one for HTTP runs without Node. */
export async function openTransport({ server, messageBytes }: McpSettings): Promise<OpenedTransport> {
  if ('url' in server) return { transport: await openHttp(server, messageBytes) };
  const { openProgram } = await import('./open-program.ts');
  return openProgram(server, messageBytes);
}

async function openHttp({ url, headers }: McpHttpServer, messageBytes: number): Promise<Transport> {
  const { StreamableHTTPClientTransport } = await import(
    '@modelcontextprotocol/sdk/client/streamableHttp.js'
  );
  const transport: Transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: noticeLostResponses(limitedFetch(messageBytes), (id) => {
      const error = { code: ErrorCode.ConnectionClosed, message: 'The response ended in the middle.' };
      transport.onmessage?.({ jsonrpc: '2.0', id, error });
    }),
    redirectPolicy: 'same-origin',
    reconnectionOptions: {
      initialReconnectionDelay: 1000,
      maxReconnectionDelay: 30_000,
      reconnectionDelayGrowFactor: 1.5,
      maxRetries: MAX_RESUMES,
    },
    ...(headers && { requestInit: { headers: { ...headers } } }),
  });
  return transport;
}
