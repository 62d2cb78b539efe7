import type { Tool as McpTool } from '@modelcontextprotocol/sdk/types.js';
import { type AnyTool, defineTool, type JsonSchema, ThreadkitError } from '@threadkit/core/tools';
import { quoteForLog } from '../shared/log.ts';
import { setTimer, settleWithin } from '../shared/timers.ts';
import type { ToolSource } from '../shared/tool-source.ts';
import { checkedSchema } from './checked-schema.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hideSecrets } from './hide-secrets.ts';
import { createMcpConnection } from './mcp-connection.ts';
import { McpFailure, toModelError } from './mcp-failure.ts';
import type { McpToolRules, McpToolsOptions } from './mcp-options.ts';
import { readMcpOptions } from './read-mcp-options.ts';
import { resultText } from './result-text.ts';

const DEFAULT_TIMEOUT_MS = 60_000;
const MAX_TOOL_NAME = 64;
/** Names of tools in a message for the operator. */
const MAX_LISTED_NAMES = 30;

/**
 * The tools of an MCP server, for `tools` of `createServer`. Connects with the first model call, and again after the connection
 * was lost; meanwhile the known tools are offered, and their calls fail. A tool whose description or schema changes is left out
 * until it is allowed again. Results are outputs of the tool and never instructions, errors are told to the model.
 *
 * @throws `TypeError` or `RangeError` for options that cannot be used, such as a name that cannot begin a tool's name, an unknown option
 * or an empty `allow`.
 */
export function mcpTools(options: McpToolsOptions): ToolSource {
  const settings = readMcpOptions(options);
  const { name, rules, connectTimeoutMs } = settings;
  const connection = createMcpConnection(settings);
  /** Of the tools that were offered, by their name on the MCP server. */
  const trusted = new Map<string, string>();
  let known: readonly AnyTool[] | undefined;
  let hasTried = false;
  let onProblem: (message: string) => void = () => {};

  async function refresh(): Promise<void> {
    try {
      known = await offer(await connection.listTools());
    } catch (error) {
      onProblem(
        `The MCP server "${name}" cannot be used: ${reasonOf(error)} ${
          known ? 'Its tools stay offered, and their calls fail.' : 'None of its tools is offered.'
        }`,
      );
    }
  }

  /** What happened, and what to do. */
  function reasonOf(error: unknown): string {
    if (error instanceof McpFailure) return error.message;
    const message = error instanceof Error ? error.message : String(error);
    return `${quoteForLog(hideSecrets(message, settings))}. Look for the reason in its log.`;
  }

  async function offer(listed: readonly McpTool[]) {
    const offered: AnyTool[] = [];
    for (const [toolName, toolRules] of rules) {
      const tool = listed.find((one) => one.name === toolName);
      const problem = tool
        ? await findProblem(tool, toolRules)
        : `does not exist. There are: ${listed
            .slice(0, MAX_LISTED_NAMES)
            .map((one) => quoteForLog(one.name))
            .join(', ')}.`;
      if (problem !== undefined)
        onProblem(`The tool ${quoteForLog(toolName)} of the MCP server "${name}" ${problem}`);
      else if (tool) offered.push(toTool(tool, toolRules));
    }
    return offered;
  }

  /** Why the tool is left out; undefined when it is offered, and then its description and schema are trusted. */
  async function findProblem(tool: McpTool, { fingerprint }: McpToolRules): Promise<string | undefined> {
    const fullName = `${name}__${tool.name}`;
    if (!/^[\w-]+$/.test(tool.name) || fullName.length > MAX_TOOL_NAME) {
      return `is left out: "${fullName}" is not a name of 1 to ${MAX_TOOL_NAME} letters, digits, _ or -.`;
    }
    const current = await fingerprintOf(tool);
    const allowed = fingerprint ?? trusted.get(tool.name) ?? current;
    if (allowed !== current) {
      return `is left out: its description or schema is not the one that was allowed. Read it, and then allow it with fingerprint: '${current}'.`;
    }
    trusted.set(tool.name, current);
    return undefined;
  }

  function toTool(
    { name: toolName, description, inputSchema }: McpTool,
    { needsApproval = true, idempotent = false, timeoutMs = DEFAULT_TIMEOUT_MS }: McpToolRules,
  ): AnyTool {
    const tool = defineTool({
      name: `${name}__${toolName}`,
      ...(description !== undefined && { description }),
      parameters: checkedSchema(inputSchema),
      needsApproval,
      idempotent,
      // Also of the connection, which may have to be opened. That of the call is the connection's, which tells the operator.
      timeoutMs: timeoutMs + connectTimeoutMs,
      async execute(args, { signal }) {
        const result = await connection
          .callTool(toolName, args as Readonly<Record<string, unknown>>, { signal, timeoutMs })
          .catch((error: unknown) => {
            if (error instanceof McpFailure) {
              onProblem(
                `A call of the tool "${toolName}" of the MCP server "${name}" failed: ${error.message}`,
              );
            }
            throw toModelError(error);
          });
        const text = resultText(result);
        if (result.isError) throw new ThreadkitError('tool', text || 'The tool failed.');
        return text;
      },
    });
    // The model reads all of it.
    return { ...tool, jsonSchema: inputSchema as JsonSchema };
  }

  return {
    name,
    async listTools(report) {
      onProblem = report;
      const refreshed = refresh();
      // A server that is away must not delay every model call: only the first one waits for it.
      if (!hasTried || connection.isOpen) {
        hasTried = true;
        await settleWithin(refreshed, connectTimeoutMs, () => {}, setTimer);
      }
      return known ?? [];
    },
    close: () => connection.close(),
  };
}
