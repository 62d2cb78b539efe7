import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { ThreadkitError } from '@threadkit/core/tools';

const MAX_CHARS = 2000;

/** What is known about a request without a response: whether the MCP server can have got it. */
export type FailureKind = 'not-executed' | 'lost' | 'late';

const TEXTS: Readonly<Record<FailureKind, string>> = {
  'not-executed': 'The tool cannot be reached at the moment: it was not executed.',
  lost: 'The connection to the tool was lost during the call: it is not known whether it was executed. Do not call it again without asking the user.',
  late: 'The tool did not respond in time: it is not known whether it was executed. Do not call it again without asking the user.',
};

/** A request that the MCP server has not responded to. Its message is for the operator: what happened, and what to do. */
export class McpFailure extends Error {
  override readonly name = 'McpFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/**
 * The error of a call as the model may read it, and the user. An error that the MCP server responds with is meant for the model; that
 * of a connection may contain addresses and the output of a program, so only what it means for the call is told.
 */
export function toModelError(error: unknown): unknown {
  if (error instanceof McpFailure) return new ThreadkitError('tool', TEXTS[error.kind], { cause: error });
  if (!(error instanceof McpError)) return error;
  return new ThreadkitError('tool', error.message.slice(0, MAX_CHARS), { cause: error });
}
