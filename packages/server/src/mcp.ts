/**
 * Tools of MCP servers, executed by the server (needs `@modelcontextprotocol/sdk`, a peer dependency).
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage, scripted } from '@threadkit/server';
 * import { mcpTools } from '@threadkit/server/mcp';
 *
 * const server = createServer({
 *   storage: memoryStorage(),
 *   engine: scripted(),
 *   authorize: 'allow-everyone',
 *   assistants: [{ id: 'asst_files', model: 'scripted' }],
 *   tools: [
 *     mcpTools({
 *       name: 'files',
 *       server: { command: 'npx', args: ['mcp-server-filesystem', '/srv/files'] },
 *       allow: { list_directory: { needsApproval: false }, write_file: {} },
 *     }),
 *   ],
 * });
 * ```
 *
 * @packageDocumentation
 */
export type { McpHttpServer, McpStdioServer, McpToolRules, McpToolsOptions } from './mcp/mcp-options.ts';
export { mcpTools } from './mcp/mcp-tools.ts';
