import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { ThreadkitError } from '@threadkit/core/tools';

const MAX_CHARS = 2000;

/**
 * The error of a call as the model may read it. What the MCP server responds with is meant for the model; any other error, such as
 * that of a connection, may contain addresses and is returned unchanged.
 */
export function toCallError(error: unknown): unknown {
  if (!(error instanceof McpError)) return error;
  switch (error.code as ErrorCode) {
    case ErrorCode.ConnectionClosed:
      return new ThreadkitError(
        'tool',
        'The connection to the tool was lost during the call: it is not known whether it was executed.',
        { cause: error },
      );
    case ErrorCode.RequestTimeout:
      return new ThreadkitError('tool', 'The tool did not respond in time.', { cause: error });
    default:
      return new ThreadkitError('tool', error.message.slice(0, MAX_CHARS), { cause: error });
  }
}
