import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import { limitedFetch } from './limited-fetch.ts';
import { MAX_RESUMES, noticeLostResponses } from './notice-lost-responses.ts';
import type { McpSettings } from './read-mcp-options.ts';

/** A transport to the MCP server, not started yet. Loads only what its kind needs: the one for HTTP runs without Node. */
export async function openTransport({ server, messageBytes }: McpSettings): Promise<Transport> {
  if ('url' in server) {
    const { StreamableHTTPClientTransport } = await import(
      '@modelcontextprotocol/sdk/client/streamableHttp.js'
    );
    const transport: Transport = new StreamableHTTPClientTransport(new URL(server.url), {
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
      ...(server.headers && { requestInit: { headers: { ...server.headers } } }),
    });
    return transport;
  }
  const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
  const env = (server.env ?? []).flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return new StdioClientTransport({
    command: server.command,
    args: [...(server.args ?? [])],
    env: Object.fromEntries(env),
    // Its log may contain anything, such as arguments of calls.
    stderr: 'ignore',
    maxBufferSize: messageBytes,
    ...(server.cwd !== undefined && { cwd: server.cwd }),
  });
}
