import type {
  CodeInterpreterToolCall,
  FileSearchToolCall,
  FunctionToolCall,
  RequiredFunctionToolCall,
  RunStepObject,
  StepToolCallDelta,
} from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import type { ArgumentsReader, BuiltInFormat } from '../built-in/built-in-format.ts';
import { emptyCall, growCall, mergeInputs, whole } from './hosted-call.ts';
import { gap } from './message-accumulator.ts';
import { createToolCallAccumulator, type ToolCallAccumulator } from './tool-call-accumulator.ts';

type Call = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall;

/** Accumulates the function calls of a step, those of built-in tools among them, and the deltas not yet taken. */
export interface FunctionCallAccumulator extends Pick<ToolCallAccumulator<Call>, 'step' | 'takeDeltas'> {
  /** The calls as a run in `requires_action` lists them. */
  readonly required: readonly RequiredFunctionToolCall[];
  /** `newCallId` is called for a new call. Ids are generated here: providers repeat theirs across calls. */
  add(index: number, name: string | undefined, text: string, newCallId: () => string): void;
  /** Completes the calls, when the model has written all of them. */
  end(): void;
}

/** Who executes the calls of a function: the client, the server, or the server as a built-in tool. */
export type CallExecutor = 'client' | 'server' | BuiltInFormat;

/** A call as the model writes it. */
interface WrittenCall {
  readonly id: string;
  readonly name: string;
  arguments: string;
  /** Of a built-in tool. */
  readonly reader: ArgumentsReader | undefined;
}

/** `executorOf`: who executes the calls of the function with this name. */
export function createFunctionCallAccumulator(
  emptyStep: RunStepObject,
  executorOf: (name: string) => CallExecutor,
): FunctionCallAccumulator {
  const accumulator = createToolCallAccumulator<Call>(emptyStep, mergeDeltas);
  const written: WrittenCall[] = [];

  function begin(index: number, name: string, id: string): WrittenCall {
    const executor = executorOf(name);
    if (typeof executor === 'object') {
      const call = { ...emptyCall(executor.name, id), executed_by: 'server' as const };
      accumulator.put(index, call, [
        { index, id, executed_by: 'server', ...whole(emptyPiece(executor.name)) },
      ]);
      return { id, name, arguments: '', reader: executor.readArguments() };
    }
    const kind = { type: 'function' as const, ...(executor === 'server' && { executed_by: executor }) };
    const called = { name, arguments: '', output: null };
    accumulator.put(index, { id, ...kind, function: called }, [{ index, id, ...kind, function: called }]);
    return { id, name, arguments: '', reader: undefined };
  }

  function grow(index: number, piece: HostedCallPiece | undefined): void {
    const call = accumulator.calls[index];
    if (call && piece) accumulator.put(index, growCall(call, piece, index), [{ index, ...piece }]);
  }

  return {
    get step() {
      return accumulator.step;
    },
    takeDeltas: accumulator.takeDeltas,

    get required() {
      return written.map(
        ({ id, name, arguments: text }): RequiredFunctionToolCall => ({
          id,
          type: 'function',
          function: { name, arguments: text },
        }),
      );
    },

    add(index, name, text, newCallId) {
      let call = written[index];
      if (!call) {
        if (index !== written.length || name === undefined) throw gap('tool call', index);
        call = begin(index, name, newCallId());
        written.push(call);
      }
      if (text === '') return;
      call.arguments += text;
      // Sent separately from the name: clients concatenate repeated strings.
      grow(index, call.reader ? call.reader.add(text) : { type: 'function', function: { arguments: text } });
    },

    end() {
      for (const [index, { reader }] of written.entries()) grow(index, reader?.end());
    },
  };
}

function emptyPiece(name: BuiltInFormat['name']): HostedCallPiece {
  return name === 'file_search' ? { type: name, file_search: {} } : { type: name, code_interpreter: {} };
}

/** The delta with id and name stays separate from those with arguments. */
function mergeDeltas(last: StepToolCallDelta, next: StepToolCallDelta): StepToolCallDelta | undefined {
  if (last.type !== 'function' || next.type !== 'function') return mergeInputs(last, next);
  if (last.id !== undefined) return undefined;
  const text = (last.function?.arguments ?? '') + (next.function?.arguments ?? '');
  return { ...last, function: { ...last.function, arguments: text } };
}
