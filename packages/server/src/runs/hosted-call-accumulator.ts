import type {
  CodeInterpreterOutput,
  CodeInterpreterOutputDelta,
  CodeInterpreterToolCall,
  FileSearchToolCall,
  RunStepObject,
  StepToolCallDelta,
  StreamEvent,
} from '@threadkit/core/api';
import type { HostedCallPiece } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import { gap } from './message-accumulator.ts';

type HostedCall = CodeInterpreterToolCall | FileSearchToolCall;

/** Accumulates the hosted calls of a step, which the engine executes itself, and the deltas not yet taken. */
export class HostedCallAccumulator {
  #step: RunStepObject;
  readonly #first: number;
  readonly #calls: HostedCall[] = [];
  #deltas: StepToolCallDelta[] = [];

  /** `first` is the engine's index of the step's first call. */
  constructor(step: RunStepObject, first: number) {
    this.#step = step;
    this.#first = first;
  }

  /** As of the last {@link takeDeltas}. */
  get step(): RunStepObject {
    return this.#step;
  }

  /** `newCallId` is called for a new call. The id is sent once: clients concatenate repeated strings. */
  add(turnIndex: number, piece: HostedCallPiece, newCallId: () => string): void {
    const index = turnIndex - this.#first;
    const known = this.#calls[index];
    if (known && known.type !== piece.type) {
      throw new EngineError('server_error', `The engine changed the kind of hosted call ${turnIndex}.`);
    }
    if (!known && index !== this.#calls.length) throw gap('hosted call', turnIndex);
    const id = known ? undefined : newCallId();
    const call = known ?? emptyCall(piece.type, id ?? '');
    this.#calls[index] = grow(call, piece, turnIndex);
    this.#addDelta({ index, ...(id !== undefined && { id }), ...piece });
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

  /** Merges consecutive pieces of one input into one event. */
  #addDelta(delta: StepToolCallDelta): void {
    const last = this.#deltas.at(-1);
    const [before, more] = [inputOnly(last), inputOnly(delta)];
    if (last?.index === delta.index && before !== undefined && more !== undefined) {
      const input = before + more;
      this.#deltas.splice(-1, 1, { ...delta, type: 'code_interpreter', code_interpreter: { input } });
    } else {
      this.#deltas.push(delta);
    }
  }
}

/** The input of a delta that contains nothing else; otherwise undefined. */
function inputOnly(call: StepToolCallDelta | undefined): string | undefined {
  if (call?.type !== 'code_interpreter' || call.id !== undefined || call.code_interpreter?.outputs) return;
  return call.code_interpreter?.input;
}

function emptyCall(type: HostedCall['type'], id: string): HostedCall {
  return type === 'code_interpreter'
    ? { id, type, code_interpreter: { input: '', outputs: [] } }
    : { id, type, file_search: {} };
}

function grow(call: HostedCall, piece: HostedCallPiece, index: number): HostedCall {
  if (call.type === 'file_search' && piece.type === 'file_search') {
    return { ...call, file_search: { ...call.file_search, ...piece.file_search } };
  }
  if (call.type !== 'code_interpreter' || piece.type !== 'code_interpreter') return call;
  const { input, outputs } = call.code_interpreter;
  const grown = [...outputs];
  for (const delta of piece.code_interpreter.outputs ?? []) addOutput(grown, delta, index);
  return {
    ...call,
    code_interpreter: { input: input + (piece.code_interpreter.input ?? ''), outputs: grown },
  };
}

function addOutput(outputs: CodeInterpreterOutput[], delta: CodeInterpreterOutputDelta, call: number): void {
  const before = outputs[delta.index];
  if (!before && delta.index !== outputs.length)
    throw gap(`outputs of hosted call ${call}, output`, delta.index);
  if (delta.type === 'logs') {
    const logs = before?.type === 'logs' ? before.logs : '';
    outputs[delta.index] = { type: 'logs', logs: logs + (delta.logs ?? '') };
  } else {
    outputs[delta.index] = { type: 'image', image: { file_id: delta.image?.file_id ?? '' } };
  }
}
