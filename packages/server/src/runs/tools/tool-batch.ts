import type {
  FunctionToolCall,
  RequiredFunctionToolCall,
  RunStepObject,
  StepToolCall,
  StepToolCallDelta,
  StreamEvent,
} from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import type { StepPrivate, ToolExecution } from '../../storage/storage.ts';
import { growCall } from '../accumulators/hosted-call.ts';

type CallDelta<D = StepToolCallDelta> = D extends StepToolCallDelta ? Omit<D, 'index' | 'id'> : never;
type Executions = NonNullable<StepPrivate['executions']>;

/** A call that the server executes, and how far it is. */
export interface OwnCall {
  readonly call: StepToolCall;
  readonly execution: ToolExecution;
}

/** What a batch stores in one commit. */
export interface BatchChange {
  readonly events: readonly StreamEvent[];
  readonly privates: readonly StepPrivate[];
}

/**
 * The function calls of one model call, of which the server executes at least one. Keeps the step with its outputs and the state
 * of the server's calls. Performs no I/O: the caller decides when to store.
 */
export class ToolBatch {
  #step: RunStepObject;
  #stepPrivate: StepPrivate | undefined;
  #events: StreamEvent[] = [];

  /** `stepPrivate` has the `executions`; undefined when all calls are the client's. */
  constructor(step: RunStepObject, stepPrivate: StepPrivate | undefined) {
    this.#step = step;
    this.#stepPrivate = stepPrivate;
  }

  /** The step, with all outputs so far. */
  get step(): RunStepObject {
    return this.#step;
  }

  /** The server's calls that have no output yet, and their state. */
  get ownCalls(): readonly OwnCall[] {
    return this.#calls().flatMap((call) => {
      const execution = this.#stepPrivate?.executions?.[call.id];
      return execution ? [{ call, execution }] : [];
    });
  }

  /** The calls that the client has to execute, or to decide about, as `required_action` lists them. */
  get waiting(): readonly RequiredFunctionToolCall[] {
    return this.#openCalls().map(({ id, type, function: { name, arguments: text } }) => ({
      id,
      type,
      function: { name, arguments: text },
      ...(this.#stepPrivate?.executions?.[id] && { executed_by: 'server' as const }),
    }));
  }

  /** Sets the state of a call. Edited arguments of a started one are shown in the step. */
  setExecution(id: string, execution: ToolExecution): void {
    this.#setExecutions((before) => ({ ...before, [id]: execution }));
    if (execution.state === 'started' && execution.arguments !== undefined) {
      const edited = { edited_arguments: execution.arguments };
      this.#change(id, (call) => ({ ...call, ...edited }), { type: 'function', ...edited });
    }
  }

  /** Sets the output of a call, which then needs no state any more. */
  setOutput(id: string, output: string): void {
    this.#setExecutions(({ [id]: _done, ...others }) => others);
    this.#change(
      id,
      (call) => (call.type === 'function' ? { ...call, function: { ...call.function, output } } : call),
      { type: 'function', function: { output } },
    );
  }

  /** Sets the result of a call of a built-in tool, which then needs no state any more. */
  setResult(id: string, piece: HostedCallPiece): void {
    this.#setExecutions(({ [id]: _done, ...others }) => others);
    this.#change(id, (call, index) => growCall(call, piece, index), piece);
  }

  /** The events since the last call, and the state as of now. */
  take(): BatchChange {
    const events = this.#events;
    this.#events = [];
    return { events, privates: this.#stepPrivate ? [this.#stepPrivate] : [] };
  }

  /** Changes a call of the step, and adds the event with the `delta` of the call. */
  #change(id: string, change: (call: StepToolCall, index: number) => StepToolCall, delta: CallDelta): void {
    const calls = this.#calls();
    const index = calls.findIndex((call) => call.id === id);
    const call = calls[index];
    if (!call) return;
    this.#step = {
      ...this.#step,
      step_details: { type: 'tool_calls', tool_calls: calls.with(index, change(call, index)) },
    };
    this.#events.push({
      event: 'thread.run.step.delta',
      data: {
        id: this.#step.id,
        object: 'thread.run.step.delta',
        delta: {
          step_details: { type: 'tool_calls', tool_calls: [{ index, ...delta }] },
        },
      },
    });
  }

  #setExecutions(change: (before: Executions) => Executions): void {
    if (!this.#stepPrivate) return;
    this.#stepPrivate = { ...this.#stepPrivate, executions: change(this.#stepPrivate.executions ?? {}) };
  }

  #calls() {
    const { step_details: details } = this.#step;
    return details.type === 'tool_calls' ? [...details.tool_calls] : [];
  }

  #openCalls(): FunctionToolCall[] {
    return this.#calls().filter(
      (call): call is FunctionToolCall => call.type === 'function' && call.function.output === null,
    );
  }
}
