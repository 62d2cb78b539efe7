import type {
  FunctionToolCall,
  RequiredFunctionToolCall,
  RunStepObject,
  StepToolCallDelta,
  StreamEvent,
} from '@threadkit/core/api';
import { gap } from './message-accumulator.ts';

/** Accumulates the function calls of a step and the deltas not yet taken. */
export class FunctionCallAccumulator {
  #step: RunStepObject;
  readonly #calls: FunctionToolCall[] = [];
  #deltas: StepToolCallDelta[] = [];

  constructor(step: RunStepObject) {
    this.#step = step;
  }

  /** As of the last {@link takeDeltas}. */
  get step(): RunStepObject {
    return this.#step;
  }

  get required(): RequiredFunctionToolCall[] {
    return this.#calls.map(({ id, function: { name, arguments: text } }) => ({
      id,
      type: 'function',
      function: { name, arguments: text },
    }));
  }

  /** `newCallId` is called for a new call. Ids are generated here: providers repeat theirs across calls. */
  add(index: number, name: string | undefined, text: string, newCallId: () => string): void {
    const call = this.#calls[index];
    if (call) {
      this.#calls[index] = {
        ...call,
        function: { ...call.function, arguments: call.function.arguments + text },
      };
      this.#addArguments(index, text);
      return;
    }
    if (index !== this.#calls.length || name === undefined) throw gap('tool call', index);
    const id = newCallId();
    this.#calls.push({ id, type: 'function', function: { name, arguments: text, output: null } });
    this.#deltas.push({ index, id, type: 'function', function: { name, arguments: '', output: null } });
    // Sent separately from the name: clients concatenate repeated strings.
    if (text !== '') this.#deltas.push({ index, type: 'function', function: { arguments: text } });
  }

  /** The events since the last call. Updates {@link step}. */
  takeDeltas(): StreamEvent[] {
    if (this.#deltas.length === 0) return [];
    const { id } = this.#step;
    this.#step = { ...this.#step, step_details: { type: 'tool_calls', tool_calls: this.#calls.slice() } };
    const events = this.#deltas.map(
      (call): StreamEvent => ({
        event: 'thread.run.step.delta',
        data: {
          id,
          object: 'thread.run.step.delta',
          delta: { step_details: { type: 'tool_calls', tool_calls: [call] } },
        },
      }),
    );
    this.#deltas = [];
    return events;
  }

  #addArguments(index: number, text: string): void {
    if (text === '') return;
    const last = this.#deltas.at(-1);
    if (last?.type === 'function' && last.index === index && last.id === undefined) {
      last.function = { ...last.function, arguments: (last.function?.arguments ?? '') + text };
    } else {
      this.#deltas.push({ index, type: 'function', function: { arguments: text } });
    }
  }
}
