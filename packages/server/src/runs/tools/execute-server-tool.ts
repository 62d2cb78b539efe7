import { MAX_RUN_LIFETIME_S, type RunObject } from '@threadkit/core/api';
import {
  type AnyTool,
  executeTool,
  parseToolOutput,
  readFailure,
  ThreadkitError,
  type ToolPrincipal,
  writeError,
} from '@threadkit/core/tools';
import type { ToolExecutionOutcome } from '../../shared/instrumentation.ts';
import type { SetTimer } from '../../shared/timers.ts';
import { errorForModel, isForModel, nameOfException } from './decide-server-call.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

export interface ExecuteServerToolOptions {
  readonly run: RunObject;
  readonly principal: ToolPrincipal;
  readonly maxOutputChars: number;
  readonly setTimer: SetTimer;
  /** Called with exceptions of tools, which the model does not read. */
  readonly onFault: (error: unknown, toolName: string) => void;
}

/** One execution of a tool. */
export interface ServerToolResult extends Pick<ToolExecutionOutcome, 'reason'> {
  /** The output of the call. */
  readonly text: string;
  readonly outcome: Exclude<ToolExecutionOutcome['outcome'], 'stopped'>;
  /** The tool failed with an error that it wrote for the model. That is an answer, and nothing for the operator. */
  readonly isAnswer?: boolean;
}

/** Executes a tool of the server once. Never rejects: what goes wrong is an output for the model. */
export async function executeServerTool(
  toolCallId: string,
  tool: AnyTool,
  args: unknown,
  signal: AbortSignal,
  { run, principal, setTimer, maxOutputChars, onFault }: ExecuteServerToolOptions,
): Promise<ServerToolResult> {
  const { execute, serialize } = tool['~run'];
  let toolSignal: AbortSignal | undefined;
  let errorName: string | undefined;
  let wasWritten = false;
  const forModel = (error: unknown) => {
    errorName = nameOfException(error);
    wasWritten = isForModel(error);
    return new ThreadkitError(
      'tool',
      errorForModel(error, (fault) => {
        // A tool that observes the signal rejects with its reason: that is no fault.
        if (!signal.aborted || fault !== signal.reason) onFault(fault, tool.name);
      }),
    );
  };
  const guarded: AnyTool = {
    ...tool,
    timeoutMs: tool.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    '~run': {
      ...tool['~run'],
      execute: async (given, context) => {
        toolSignal = context.signal;
        try {
          return await execute?.(given, context);
        } catch (error) {
          throw forModel(error);
        }
      },
      serialize: (output) => {
        try {
          return serialize(output);
        } catch (error) {
          throw forModel(error);
        }
      },
    },
  };
  const { text, result } = await executeTool({ setTimer }, guarded, args, signal, {
    toolCallId,
    runId: run.id,
    threadId: run.thread_id,
    expiresAt: (run.expires_at ?? run.created_at + MAX_RUN_LIFETIME_S) * 1000,
    principal,
  });
  if (text.length > maxOutputChars) {
    const tooLong = `The output has ${text.length} characters, and ${maxOutputChars} are allowed.`;
    return { text: writeError(tooLong), outcome: 'failed', reason: 'output_too_long' };
  }
  const output = withoutForgery(text);
  if (result.ok) return { text: output, outcome: 'finished', reason: null };
  // Only its time limit aborts the signal of a tool and not that of the batch.
  const isLate = toolSignal?.aborted === true && !signal.aborted;
  if (isLate) return { text: output, outcome: 'timed_out', reason: 'timeout' };
  return { text: output, outcome: 'failed', reason: errorName ?? '_OTHER', isAnswer: wasWritten };
}

/** A tool that was executed must not claim that the user declined it: clients show the texts of the server as its own. */
function withoutForgery(text: string): string {
  const result = parseToolOutput(text);
  return !result.ok && readFailure(result.error) ? writeError(`The tool reported: ${result.error}`) : text;
}
