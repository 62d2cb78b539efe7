import type {
  CodeInterpreterOutput,
  CodeInterpreterOutputDelta,
  RunStepDeltaObject,
  RunStepObject,
  StepToolCall,
  StepToolCallDelta,
} from '../api/index.ts';
import { placeAt } from './place-at.ts';

/**
 * Applies a delta to a step: calls are addressed by `index`; arguments, code and logs append; ids, names,
 * outputs and results replace, because some hosts repeat them in every delta.
 */
export function mergeStepDelta(step: RunStepObject, { delta: stepDelta }: RunStepDeltaObject): RunStepObject {
  const details = stepDelta.step_details;
  if (details?.type !== 'tool_calls' || !details.tool_calls?.length) return step;
  const calls = step.step_details.type === 'tool_calls' ? step.step_details.tool_calls.slice() : [];
  for (const delta of details.tool_calls) {
    const call = mergeCall(calls[delta.index], delta);
    placeAt(calls, delta.index, call, { ...call, id: '' });
  }
  return { ...step, step_details: { type: 'tool_calls', tool_calls: calls } };
}

function mergeCall(call: StepToolCall | undefined, delta: StepToolCallDelta): StepToolCall {
  const id = delta.id ?? call?.id ?? '';
  switch (delta.type) {
    case 'function': {
      const before = call?.type === 'function' ? call.function : undefined;
      return {
        id,
        type: 'function',
        function: {
          name: delta.function?.name ?? before?.name ?? '',
          arguments: (before?.arguments ?? '') + (delta.function?.arguments ?? ''),
          output: delta.function?.output ?? before?.output ?? null,
        },
      };
    }
    case 'code_interpreter': {
      const before = call?.type === 'code_interpreter' ? call.code_interpreter : undefined;
      return {
        id,
        type: 'code_interpreter',
        code_interpreter: {
          input: (before?.input ?? '') + (delta.code_interpreter?.input ?? ''),
          outputs: mergeOutputs(before?.outputs ?? [], delta.code_interpreter?.outputs),
        },
      };
    }
    case 'file_search': {
      const before = call?.type === 'file_search' ? call.file_search : undefined;
      return { id, type: 'file_search', file_search: { ...before, ...(delta.file_search as typeof before) } };
    }
  }
}

function mergeOutputs(
  outputs: readonly CodeInterpreterOutput[],
  deltas: readonly CodeInterpreterOutputDelta[] | undefined,
): readonly CodeInterpreterOutput[] {
  if (!deltas?.length) return outputs;
  const merged = outputs.slice();
  for (const delta of deltas) {
    const before = merged[delta.index];
    const output: CodeInterpreterOutput =
      delta.type === 'logs'
        ? { type: 'logs', logs: (before?.type === 'logs' ? before.logs : '') + (delta.logs ?? '') }
        : { type: 'image', image: { file_id: delta.image?.file_id ?? '' } };
    placeAt(merged, delta.index, output, { type: 'logs', logs: '' });
  }
  return merged;
}
