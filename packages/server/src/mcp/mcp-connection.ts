import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  type CallToolResult,
  CallToolResultSchema,
  McpError,
  type Tool,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import { setTimer, settleWithin } from '../shared/timers.ts';
import { CallLostError } from './call-error.ts';
import { openTransport } from './open-transport.ts';
import type { McpSettings } from './read-mcp-options.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Pages of a list of tools. A server that always has another one must not be read forever. */
const MAX_PAGES = 50;
/** Results are text for the model, whatever shape the server declares: a pattern of its own could hold up this process. */
const UNCHECKED: jsonSchemaValidator = {
  getValidator: () => (data) => ({ valid: true, data: data as never, errorMessage: undefined }),
};

/** A connection to an MCP server that is opened when it is needed, and again after it was lost. */
export interface McpConnection {
  readonly isOpen: boolean;
  /** All tools of the server. Read again after the server has announced a change, or was connected again. */
  listTools(): Promise<readonly Tool[]>;
  /** Calls a tool once. Rejects when the connection is lost: the call is never sent again. */
  callTool(
    name: string,
    args: Readonly<Record<string, unknown>>,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<CallToolResult>;
  close(): Promise<void>;
}

interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Converts the error of a request that was sent, other than a response. @defaultValue unchanged */
  readonly toError?: (error: unknown) => unknown;
}

export function createMcpConnection(settings: McpSettings): McpConnection {
  const { name, connectTimeoutMs, now } = settings;
  let client: Client | undefined;
  let connecting: Promise<Client> | undefined;
  let listed: Promise<readonly Tool[]> | undefined;
  let failure: { readonly error: unknown; readonly pauseMs: number; readonly until: number } | undefined;
  let isClosed = false;

  async function open(): Promise<Client> {
    const opened = new Client({ name: 'threadkit', version: '1' }, { jsonSchemaValidator: UNCHECKED });
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a Client is not an EventTarget
    opened.onclose = () => {
      if (client !== opened) return;
      client = undefined;
      listed = undefined;
    };
    // Reported by the request that fails, or by `onclose`.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a Client is not an EventTarget
    opened.onerror = () => {};
    opened.setNotificationHandler(ToolListChangedNotificationSchema, () => {
      listed = undefined;
    });
    const transport = await openTransport(settings);
    try {
      // The time limit of the SDK is that of its first request only.
      await settleWithin(
        opened.connect(transport, { timeout: connectTimeoutMs }),
        connectTimeoutMs,
        () => Promise.reject(new Error(`It did not respond within ${connectTimeoutMs} ms.`)),
        setTimer,
      );
    } catch (error) {
      await opened.close().catch(() => {});
      throw error;
    }
    if (isClosed) {
      await opened.close();
      throw new Error(`The tools of the MCP server "${name}" are closed.`);
    }
    return opened;
  }

  function connect(): Promise<Client> {
    if (client) return Promise.resolve(client);
    if (isClosed) return Promise.reject(new Error(`The tools of the MCP server "${name}" are closed.`));
    if (failure && now() < failure.until) return Promise.reject(failure.error);
    connecting ??= open()
      .then(
        (opened) => {
          client = opened;
          failure = undefined;
          return opened;
        },
        (error: unknown) => {
          const pauseMs = Math.min(2 * (failure?.pauseMs ?? FIRST_PAUSE_MS / 2), LONGEST_PAUSE_MS);
          failure = { error, pauseMs, until: now() + pauseMs };
          throw error;
        },
      )
      .finally(() => {
        connecting = undefined;
      });
    return connecting;
  }

  /** Sends a request. A connection that fails, rather than responding with an error, is not used again. */
  async function request<T>(
    send: (connected: Client) => Promise<T>,
    { signal, toError = (error) => error }: RequestOptions = {},
  ): Promise<T> {
    const connected = await connect();
    try {
      return await send(connected);
    } catch (error) {
      if (error instanceof McpError || signal?.aborted) throw error;
      if (client === connected) {
        client = undefined;
        listed = undefined;
        await connected.close().catch(() => {});
      }
      throw toError(error);
    }
  }

  async function readTools(): Promise<readonly Tool[]> {
    const tools: Tool[] = [];
    const until = now() + connectTimeoutMs;
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const params = cursor === undefined ? {} : { cursor };
      const { tools: found, nextCursor } = await request((connected) =>
        // Of all pages together.
        connected.listTools(params, { timeout: Math.max(1, until - now()) }),
      );
      tools.push(...found);
      if (nextCursor === undefined) break;
      cursor = nextCursor;
    }
    return tools;
  }

  return {
    get isOpen() {
      return client !== undefined;
    },

    listTools() {
      listed ??= readTools().catch((error: unknown) => {
        listed = undefined;
        throw error;
      });
      return listed;
    },

    async callTool(tool, args, { signal, timeoutMs }) {
      const result = await request(
        (connected) =>
          connected.callTool({ name: tool, arguments: { ...args } }, CallToolResultSchema, {
            signal,
            timeout: timeoutMs,
          }),
        {
          signal,
          toError: (error) => new CallLostError('The call has no readable response.', { cause: error }),
        },
      );
      return result as CallToolResult;
    },

    async close() {
      isClosed = true;
      await connecting?.catch(() => {});
      await client?.close();
    },
  };
}
