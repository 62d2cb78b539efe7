import type { FunctionTool, StepToolCall } from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import type { ToolExecutionOutcome } from '../../shared/instrumentation.ts';
import type { BuiltInFormat } from './built-in-format.ts';

/** What an execution adds to its call. */
export interface BuiltInResult {
  readonly piece: HostedCallPiece;
  readonly outcome: Exclude<ToolExecutionOutcome['outcome'], 'stopped'>;
  /** See `ToolExecutionOutcome`. */
  readonly reason: string | null;
}

/** A built-in tool as a run can use it. */
export interface BuiltInTool {
  readonly format: BuiltInFormat;
  /** As the model of this run sees it. */
  readonly function: FunctionTool;
  /** A call of which nobody knows whether it was executed may be executed again. Otherwise it ends with `interrupted`. */
  readonly idempotent: boolean;
  readonly interrupted: HostedCallPiece;
  /** Rejects with the reason of the signal, or with a fault of the server, which fails the run. */
  execute(call: StepToolCall, signal: AbortSignal): Promise<BuiltInResult>;
}
