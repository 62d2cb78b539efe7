import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  type CallToolResult,
  CallToolResultSchema,
  ErrorCode,
  McpError,
  type Tool,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import { setTimer, settleWithin } from '../shared/timers.ts';
import {
  explainFailure,
  type FailureContext,
  isResponse,
  isTooLargeError,
  kindOfFailure,
} from './explain-failure.ts';
import { McpFailure } from './mcp-failure.ts';
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

/**
 * A connection to an MCP server that is opened when it is needed, and again after it was lost. Requests reject with an `McpFailure`, or
 * with the `McpError` that the server responds with.
 */
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

interface Connected {
  readonly client: Client;
  /** What happened to a request, and what to do. */
  explain(error: unknown, limit: Limit): string;
}

type Limit = Pick<FailureContext, 'limitMs' | 'limitedBy'>;

export function createMcpConnection(settings: McpSettings): McpConnection {
  const { name, connectTimeoutMs, now } = settings;
  const connectLimit: Limit = { limitMs: connectTimeoutMs, limitedBy: 'connectTimeoutMs' };
  let connected: Connected | undefined;
  let connecting: Promise<Connected> | undefined;
  let listed: Promise<readonly Tool[]> | undefined;
  let failure: { readonly error: unknown; readonly pauseMs: number; readonly until: number } | undefined;
  let isClosed = false;

  async function open(): Promise<Connected> {
    const client = new Client({ name: 'threadkit', version: '1' }, { jsonSchemaValidator: UNCHECKED });
    const { transport, report } = await openTransport(settings);
    let isTooLarge = false;
    const opened: Connected = {
      client,
      explain: (error, limit) =>
        explainFailure(error, { settings, isTooLarge, program: report?.(), ...limit }),
    };
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a Client is not an EventTarget
    client.onclose = () => {
      if (connected === opened) disconnect();
    };
    // Other errors are those of the request that fails, or end in `onclose`.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a Client is not an EventTarget
    client.onerror = (error) => {
      isTooLarge ||= isTooLargeError(error);
    };
    client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
      listed = undefined;
    });
    try {
      // The time limit of the SDK is that of its first request only.
      await settleWithin(
        client.connect(transport, { timeout: connectTimeoutMs }),
        connectTimeoutMs,
        () => Promise.reject(new McpError(ErrorCode.RequestTimeout, 'Request timed out')),
        setTimer,
      );
    } catch (error) {
      // Before the program is ended, which has an exit code too.
      const message = opened.explain(error, connectLimit);
      await client.close().catch(() => {});
      throw new McpFailure('not-executed', message, { cause: error });
    }
    if (isClosed) {
      await client.close();
      throw closedError();
    }
    return opened;
  }

  function disconnect(): void {
    connected = undefined;
    listed = undefined;
  }

  function closedError(): McpFailure {
    return new McpFailure('not-executed', `the tools of "${name}" are closed.`, {});
  }

  function connect(): Promise<Connected> {
    if (connected) return Promise.resolve(connected);
    if (isClosed) return Promise.reject(closedError());
    if (failure && now() < failure.until) return Promise.reject(failure.error);
    connecting ??= open()
      .then(
        (opened) => {
          connected = opened;
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
    send: (client: Client) => Promise<T>,
    limit: Limit,
    signal?: AbortSignal,
  ): Promise<T> {
    const used = await connect();
    try {
      return await send(used.client);
    } catch (error) {
      if (signal?.aborted || isResponse(error)) throw error;
      const failed = new McpFailure(kindOfFailure(error), used.explain(error, limit), { cause: error });
      if (connected === used && !(error instanceof McpError)) {
        disconnect();
        await used.client.close().catch(() => {});
      }
      throw failed;
    }
  }

  async function readTools(): Promise<readonly Tool[]> {
    const tools: Tool[] = [];
    const until = now() + connectTimeoutMs;
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const params = cursor === undefined ? {} : { cursor };
      const { tools: found, nextCursor } = await request(
        // Of all pages together.
        (client) => client.listTools(params, { timeout: Math.max(1, until - now()) }),
        connectLimit,
      );
      tools.push(...found);
      if (nextCursor === undefined) break;
      cursor = nextCursor;
    }
    return tools;
  }

  return {
    get isOpen() {
      return connected !== undefined;
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
        (client) =>
          client.callTool({ name: tool, arguments: { ...args } }, CallToolResultSchema, {
            signal,
            timeout: timeoutMs,
          }),
        { limitMs: timeoutMs, limitedBy: 'timeoutMs' },
        signal,
      );
      return result as CallToolResult;
    },

    async close() {
      isClosed = true;
      await connecting?.catch(() => {});
      await connected?.client.close();
    },
  };
}
