import type {
  CodeInterpreterOutput,
  CodeInterpreterOutputDelta,
  CodeInterpreterToolCall,
  FileSearchToolCall,
  FunctionToolCall,
  RunStepObject,
  StepToolCallDelta,
} from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import { EngineInterfaceError } from '../engine-interface-error.ts';
import { gap } from './message-accumulator.ts';
import { createToolCallAccumulator, type ToolCallAccumulator } from './tool-call-accumulator.ts';

type HostedCall = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall;

/** Accumulates the hosted calls of a step, which the engine executes itself, and the deltas not yet taken. */
export interface HostedCallAccumulator extends Pick<ToolCallAccumulator<HostedCall>, 'step' | 'takeDeltas'> {
  /** `newCallId` is called for a new call. The id is sent once: clients concatenate repeated strings. */
  add(engineIndex: number, piece: HostedCallPiece, newCallId: () => string): void;
}

const BY_PROVIDER = { executed_by: 'provider' } as const;

/** `first` is the engine's index of the step's first call. */
export function createHostedCallAccumulator(emptyStep: RunStepObject, first: number): HostedCallAccumulator {
  const accumulator = createToolCallAccumulator<HostedCall>(emptyStep, mergeInputs);
  return {
    get step() {
      return accumulator.step;
    },
    takeDeltas: accumulator.takeDeltas,

    add(engineIndex, piece, newCallId) {
      const index = engineIndex - first;
      const known = accumulator.calls[index];
      if (known && known.type !== piece.type) {
        throw new EngineInterfaceError(`It changed the kind of hosted call ${engineIndex}.`);
      }
      if (!known && index !== accumulator.calls.length) throw gap('hosted call', engineIndex);
      const call = known ?? emptyCall(piece.type, newCallId());
      const begins = known ? { index } : { index, id: call.id, ...(call.type === 'function' && BY_PROVIDER) };
      accumulator.put(index, grow(call, piece, engineIndex), [
        { ...begins, ...(known ? piece : whole(piece)) },
      ]);
    },
  };
}

/** The first delta of a call has every member that the contract requires, so that the call can be read from its deltas. */
function whole(piece: HostedCallPiece): HostedCallPiece {
  if (piece.type === 'code_interpreter') {
    return { ...piece, code_interpreter: { input: '', outputs: [], ...piece.code_interpreter } };
  }
  if (piece.type === 'file_search') return piece;
  return { ...piece, function: { name: '', arguments: '', output: null, ...piece.function } };
}

/** Merges consecutive pieces of one input. */
function mergeInputs(last: StepToolCallDelta, next: StepToolCallDelta): StepToolCallDelta | undefined {
  const [before, more] = [inputOnly(last), inputOnly(next)];
  if (before === undefined || more === undefined) return undefined;
  return { ...next, type: 'code_interpreter', code_interpreter: { input: before + more } };
}

/** The input of a delta that contains nothing else; otherwise undefined. */
function inputOnly(call: StepToolCallDelta): string | undefined {
  if (call.type !== 'code_interpreter' || call.id !== undefined || call.code_interpreter?.outputs) return;
  return call.code_interpreter?.input;
}

function emptyCall(type: HostedCall['type'], id: string): HostedCall {
  switch (type) {
    case 'code_interpreter':
      return { id, type, code_interpreter: { input: '', outputs: [] } };
    case 'file_search':
      return { id, type, file_search: {} };
    case 'function':
      return { id, type, ...BY_PROVIDER, function: { name: '', arguments: '', output: null } };
  }
}

function grow(call: HostedCall, piece: HostedCallPiece, index: number): HostedCall {
  if (call.type === 'file_search' && piece.type === 'file_search') {
    return { ...call, file_search: { ...call.file_search, ...piece.file_search } };
  }
  if (call.type === 'function' && piece.type === 'function') {
    const { name = '', arguments: more = '', output = null } = piece.function;
    const { function: before } = call;
    return {
      ...call,
      function: {
        name: before.name || name,
        arguments: before.arguments + more,
        output: output ?? before.output,
      },
    };
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
