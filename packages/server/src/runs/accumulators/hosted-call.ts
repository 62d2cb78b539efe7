import type {
  CodeInterpreterOutput,
  CodeInterpreterOutputDelta,
  CodeInterpreterToolCall,
  FileSearchToolCall,
  FunctionToolCall,
  StepToolCallDelta,
} from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import { gap } from './message-accumulator.ts';

/** A call that is written in pieces, and executed by the provider or the server. */
export type HostedCall = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall;

/** The first delta of a call has every member that the contract requires, so that the call can be read from its deltas. */
export function whole(piece: HostedCallPiece): HostedCallPiece {
  if (piece.type === 'code_interpreter') {
    return { ...piece, code_interpreter: { input: '', outputs: [], ...piece.code_interpreter } };
  }
  if (piece.type === 'file_search') return piece;
  return { ...piece, function: { name: '', arguments: '', output: null, ...piece.function } };
}

/** Merges consecutive pieces of one input. */
export function mergeInputs(last: StepToolCallDelta, next: StepToolCallDelta): StepToolCallDelta | undefined {
  const [before, more] = [inputOnly(last), inputOnly(next)];
  if (before === undefined || more === undefined) return undefined;
  return { ...next, type: 'code_interpreter', code_interpreter: { input: before + more } };
}

/** The input of a delta that contains nothing else; otherwise undefined. */
function inputOnly(call: StepToolCallDelta): string | undefined {
  if (call.type !== 'code_interpreter' || call.id !== undefined || call.code_interpreter?.outputs) return;
  return call.code_interpreter?.input;
}

/** A call before its first piece. */
export function emptyCall(type: HostedCall['type'], id: string): HostedCall {
  switch (type) {
    case 'code_interpreter':
      return { id, type, code_interpreter: { input: '', outputs: [] } };
    case 'file_search':
      return { id, type, file_search: {} };
    case 'function':
      return { id, type, executed_by: 'provider', function: { name: '', arguments: '', output: null } };
  }
}

/** The call with one more piece. `index` is that of the call, for errors. */
export function growCall(call: HostedCall, piece: HostedCallPiece, index: number): HostedCall {
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
  const files = piece.code_interpreter.files ?? call.code_interpreter.files;
  const grown = [...outputs];
  for (const delta of piece.code_interpreter.outputs ?? []) addOutput(grown, delta, index);
  return {
    ...call,
    code_interpreter: {
      input: input + (piece.code_interpreter.input ?? ''),
      outputs: grown,
      ...(files && { files }),
    },
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
