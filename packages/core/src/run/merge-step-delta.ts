import type {
  CodeInterpreterOutput,
  CodeInterpreterOutputDelta,
  RunStepDeltaObject,
  RunStepObject,
  StepToolCall,
  StepToolCallDelta,
} from '../api/index.ts';
import { placeAt } from './place-at.ts';

/** A call of a streaming step. `index` is kept while calls with a lower index are missing. */
type OpenCall = StepToolCall & { readonly index?: number };

/**
 * Applies a delta to a step: the text of reasoning appends; calls are addressed by `index`; arguments, code and logs append; ids,
 * names, outputs and results replace, because some hosts repeat them in every delta; empty ones are ignored.
 */
export function mergeStepDelta(step: RunStepObject, { delta: stepDelta }: RunStepDeltaObject): RunStepObject {
  const details = stepDelta.step_details;
  if (details?.type === 'reasoning') return appendReasoning(step, details.reasoning?.text ?? '');
  if (details?.type !== 'tool_calls' || !details.tool_calls?.length) return step;
  const calls: OpenCall[] =
    step.step_details.type === 'tool_calls' ? step.step_details.tool_calls.slice() : [];
  for (const delta of details.tool_calls) placeCall(calls, delta);
  return { ...step, step_details: { type: 'tool_calls', tool_calls: calls } };
}

function appendReasoning(step: RunStepObject, text: string): RunStepObject {
  const { step_details: details } = step;
  if (details.type !== 'reasoning' || text === '') return step;
  return { ...step, step_details: { type: 'reasoning', reasoning: { text: details.reasoning.text + text } } };
}

/** Inserts a call after those with a lower index. A missing call leaves no gap in the list. */
function placeCall(calls: OpenCall[], delta: StepToolCallDelta): void {
  const { index } = delta;
  if (!Number.isSafeInteger(index) || index < 0) return;
  const next = calls.findIndex((call, position) => (call.index ?? position) >= index);
  const at = next === -1 ? calls.length : next;
  const before = calls[at];
  const isKnown = before !== undefined && (before.index ?? at) === index;
  const merged = mergeCall(isKnown ? before : undefined, delta);
  if (!merged) return;
  const call = at === index ? merged : { ...merged, index };
  calls.splice(at, isKnown ? 1 : 0, call);
}

/** Undefined for a delta without a known call type. */
function mergeCall(call: StepToolCall | undefined, delta: StepToolCallDelta): StepToolCall | undefined {
  // Some hosts omit the type after the first delta of a call.
  const typed: StepToolCallDelta = Object.assign({}, delta, { type: delta.type || call?.type });
  return mergeTyped(call, typed, delta.id || call?.id || '');
}

function mergeTyped(
  call: StepToolCall | undefined,
  delta: StepToolCallDelta,
  id: string,
): StepToolCall | undefined {
  const executor = delta.executed_by ?? call?.executed_by;
  const by = executor && { executed_by: executor };
  switch (delta.type) {
    case 'function': {
      const known = call?.type === 'function' ? call : undefined;
      const before = known?.function;
      const edited = delta.edited_arguments ?? known?.edited_arguments;
      return {
        id,
        type: 'function',
        ...by,
        ...(edited && { edited_arguments: edited }),
        function: {
          name: delta.function?.name || before?.name || '',
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
        ...by,
        code_interpreter: {
          input: (before?.input ?? '') + (delta.code_interpreter?.input ?? ''),
          outputs: mergeOutputs(before?.outputs ?? [], delta.code_interpreter?.outputs),
        },
      };
    }
    case 'file_search': {
      const before = call?.type === 'file_search' ? call.file_search : undefined;
      const merged = { ...before, ...(delta.file_search as typeof before) };
      return { id, type: 'file_search', ...by, file_search: merged };
    }
    default:
      return mergeUnknown(call, delta, id);
  }
}

/** A call type this version does not know: later deltas replace. */
function mergeUnknown(
  call: StepToolCall | undefined,
  given: StepToolCallDelta,
  id: string,
): StepToolCall | undefined {
  if (!given.type) return undefined;
  const { index: _index, ...members } = given;
  return { ...call, ...members, id } as StepToolCall;
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
