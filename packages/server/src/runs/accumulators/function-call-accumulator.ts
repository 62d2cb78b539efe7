import type {
  FunctionToolCall,
  RequiredFunctionToolCall,
  RunStepObject,
  StepToolCallDelta,
} from '@threadkit/core/api';
import { gap } from './message-accumulator.ts';
import { createToolCallAccumulator, type ToolCallAccumulator } from './tool-call-accumulator.ts';

/** Accumulates the function calls of a step and the deltas not yet taken. */
export interface FunctionCallAccumulator
  extends Pick<ToolCallAccumulator<FunctionToolCall>, 'step' | 'takeDeltas'> {
  /** The calls as a run in `requires_action` lists them. */
  readonly required: readonly RequiredFunctionToolCall[];
  /** `newCallId` is called for a new call. Ids are generated here: providers repeat theirs across calls. */
  add(index: number, name: string | undefined, text: string, newCallId: () => string): void;
}

/** `isServerTool`: whether the server executes the calls of a function. */
export function createFunctionCallAccumulator(
  emptyStep: RunStepObject,
  isServerTool: (name: string) => boolean,
): FunctionCallAccumulator {
  const accumulator = createToolCallAccumulator<FunctionToolCall>(emptyStep, mergeArguments);
  return {
    get step() {
      return accumulator.step;
    },
    takeDeltas: accumulator.takeDeltas,

    get required() {
      return accumulator.calls.map(
        ({ id, function: { name, arguments: text } }): RequiredFunctionToolCall => ({
          id,
          type: 'function',
          function: { name, arguments: text },
        }),
      );
    },

    add(index, name, text, newCallId) {
      // Sent separately from the name: clients concatenate repeated strings.
      const more: StepToolCallDelta[] =
        text === '' ? [] : [{ index, type: 'function', function: { arguments: text } }];
      const known = accumulator.calls[index];
      if (known) {
        const { function: called } = known;
        accumulator.put(
          index,
          { ...known, function: { ...called, arguments: called.arguments + text } },
          more,
        );
        return;
      }
      if (index !== accumulator.calls.length || name === undefined) throw gap('tool call', index);
      const id = newCallId();
      const kind = {
        type: 'function' as const,
        ...(isServerTool(name) && { executed_by: 'server' as const }),
      };
      accumulator.put(index, { id, ...kind, function: { name, arguments: text, output: null } }, [
        { index, id, ...kind, function: { name, arguments: '', output: null } },
        ...more,
      ]);
    },
  };
}

/** The delta with id and name stays separate from those with arguments. */
function mergeArguments(last: StepToolCallDelta, next: StepToolCallDelta): StepToolCallDelta | undefined {
  if (last.type !== 'function' || next.type !== 'function' || last.id !== undefined) return undefined;
  const text = (last.function?.arguments ?? '') + (next.function?.arguments ?? '');
  return { ...last, function: { ...last.function, arguments: text } };
}
