import { fileURLToPath } from 'node:url';
import type { ToolSource } from '@threadkit/server';
import { mcpTools } from '@threadkit/server/mcp';

/**
 * One tool of the MCP project's example server, which runs as a child process and needs no network. When it cannot be started, the
 * log says so and the model is offered the other tools.
 */
export function calculator(): ToolSource {
  const tools = mcpTools({
    name: 'calculator',
    server: {
      command: process.execPath,
      // Not resolved as a module: that would throw here if it were missing.
      args: [
        fileURLToPath(
          new URL('../node_modules/@modelcontextprotocol/server-everything/dist/index.js', import.meta.url),
        ),
        'stdio',
      ],
    },
    allow: { 'get-sum': { needsApproval: false, idempotent: true } },
    connectTimeoutMs: 3_000,
  });
  // Connects now, so that the first message does not wait. Problems are logged with the first model call.
  void tools.listTools(() => undefined);
  return tools;
}
