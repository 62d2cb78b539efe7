import type { FunctionToolCall } from '@threadkit/core/api';
import {
  type AnyTool,
  declinedText,
  INTERRUPTED_TEXT,
  isThreadkitError,
  readArguments,
  type ThreadkitError,
  writeError,
} from '@threadkit/core/tools';
import type { ToolExecution } from '../../storage/storage.ts';

export const TOOL_FAILED = 'The tool failed.';

/** What the server does next with a call of its own tool. */
export type ServerCallDecision =
  | { readonly action: 'execute'; readonly tool: AnyTool; readonly args: unknown }
  | { readonly action: 'ask' }
  | {
      readonly action: 'output';
      readonly text: string;
      /** Why the call failed, when the operator has to know: `invalid_arguments`, or the name of an exception. */
      readonly reason?: string;
    };

/**
 * Decides about a call by its stored state, then by its tool and arguments. Executes and changes nothing. A call that cannot be
 * executed has an error output for the model. `onFault` is called with exceptions whose text the model must not read.
 */
export async function decideServerCall(
  { function: called }: FunctionToolCall,
  execution: ToolExecution,
  tool: AnyTool | undefined,
  onFault: (error: unknown) => void,
): Promise<ServerCallDecision> {
  if (execution.state === 'declined') return fail(declinedText(execution.reason));
  if (!tool) return fail(`The server has no tool named "${called.name}".`);
  if (execution.state === 'started' && !tool.idempotent) return fail(INTERRUPTED_TEXT);
  const isConfirmed = execution.state === 'started' || execution.state === 'approved';
  try {
    const input = readArguments((isConfirmed ? execution.arguments : undefined) ?? called.arguments);
    const args = await tool['~run'].validate(input);
    if (!isConfirmed && (await tool['~run'].needsApproval(args))) return { action: 'ask' };
    return { action: 'execute', tool, args };
  } catch (error) {
    const isRefusal = isForModel(error);
    return {
      ...fail(errorForModel(error, onFault)),
      reason: isRefusal ? 'invalid_arguments' : nameOfException(error),
    };
  }
}

/** The text of an error that was written for the model; any other is reported, and may contain secrets of the server. */
export function errorForModel(error: unknown, onFault: (error: unknown) => void): string {
  if (isForModel(error)) return error.message;
  onFault(error);
  return TOOL_FAILED;
}

/** Those of other kinds are of a client in the tool, and name addresses. */
export function isForModel(error: unknown): error is ThreadkitError {
  return isThreadkitError(error) && error.kind === 'tool';
}

/** The name of an exception, unless it could be a text. */
export function nameOfException(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return /^[\w.]{1,64}$/.test(name) ? name : '_OTHER';
}

function fail(error: string): Extract<ServerCallDecision, { action: 'output' }> {
  return { action: 'output', text: writeError(error) };
}
