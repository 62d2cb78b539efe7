import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { ThreadkitError } from '@threadkit/core/tools';

const MAX_CHARS = 2000;
const LOST =
  'The connection to the tool was lost during the call: it is not known whether it was executed. Do not call it again without asking the user.';
const LATE =
  'The tool did not respond in time: it is not known whether it was executed. Do not call it again without asking the user.';

/** A call was sent, and its response cannot be read. */
export class CallLostError extends Error {
  override readonly name = 'CallLostError';
}

/**
 * The error of a call as the model may read it. What the MCP server responds with is meant for the model; any other error, such as
 * that of a connection, may contain addresses and is returned unchanged.
 */
export function toCallError(error: unknown): unknown {
  if (error instanceof CallLostError) return new ThreadkitError('tool', LOST, { cause: error });
  if (!(error instanceof McpError)) return error;
  switch (error.code as ErrorCode) {
    case ErrorCode.ConnectionClosed:
      return new ThreadkitError('tool', LOST, { cause: error });
    case ErrorCode.RequestTimeout:
      return new ThreadkitError('tool', LATE, { cause: error });
    default:
      return new ThreadkitError('tool', error.message.slice(0, MAX_CHARS), { cause: error });
  }
}
