import type { ToolCallExecutor } from '../api/run-step.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';
import type { AnyTool, Tool } from './tool.ts';

/** Arguments while they stream: everything optional. */
export type PartialDeep<T> = T extends readonly (infer I)[]
  ? PartialDeep<I>[]
  : T extends object
    ? { [K in keyof T]?: PartialDeep<T[K]> }
    : T;

interface ToolCallBase<N extends string> {
  /** The wire's tool call id. */
  readonly id: string;
  /** The tool's name. */
  readonly name: N;
  /** The run that requested the call. */
  readonly runId: string;
  /** The run step that contains the call. */
  readonly stepId: string;
  /** The text that the model wrote. May be incomplete or invalid JSON. */
  readonly rawArguments: string;
  /** Who executes the call; undefined for this page or another client of the run. */
  readonly executedBy?: ToolCallExecutor | undefined;
}

/**
 * Why a call waits. `approval`: the user must approve it. `output`: the tool has no `execute`, so `addToolOutput` is expected.
 * `unregistered`: no tool of that name is registered on this page. `interrupted`: a reload interrupted its execution.
 */
export type WaitReason = 'approval' | 'output' | 'unregistered' | 'interrupted';

/** Why a call was closed without a result. `elsewhere`: another tab handles it. */
export type ClosedReason = 'cancelled' | 'expired' | 'failed' | 'elsewhere';

type ToolCallProgress<I, O> =
  | { readonly state: 'streaming'; readonly args: PartialDeep<I> }
  | {
      readonly state: 'waiting';
      readonly waitReason: WaitReason;
      readonly args: I;
      /** Why the edited arguments were refused, which `args` are then. Undefined once the call is decided again. */
      readonly error?: ThreadkitError | undefined;
      /** When the run expires: Unix milliseconds by this page's clock. */
      readonly expiresAt: number;
      /** Executes the call, with `edited` in place of `args`. Invalid ones are not executed, and set `error`. */
      approve(edited?: I): void;
      /** Declines the call. The model reads the reason. */
      reject(reason?: string): void;
      /** Sets the output without executing the call. Not for one that the server executes. */
      addToolOutput(output: O): void;
    }
  | { readonly state: 'running'; readonly args: I }
  | {
      readonly state: 'settled' | 'submitted';
      readonly args: I;
      readonly result:
        | { readonly ok: true; readonly output: O }
        | { readonly ok: false; readonly error: string };
    }
  | { readonly state: 'closed'; readonly args: PartialDeep<I>; readonly reason: ClosedReason };

/** One function call of a run, discriminated by `name`, then `state`. Distributes over a union of tools. */
export type ToolCallState<T extends AnyTool = Tool> =
  T extends Tool<infer N, infer I, infer O> ? ToolCallBase<N> & ToolCallProgress<I, O> : never;
