import type {
  AnnotationDelta,
  CodeInterpreterOutputDelta,
  MessagePartDelta,
  StepToolCallDelta,
} from '@threadkit/core/api';

interface AccumulatedPart {
  readonly type: MessagePartDelta['type'];
  readonly text?: { readonly value: string; readonly annotations: readonly unknown[] };
  readonly refusal?: string;
  readonly image_file?: object;
  readonly image_url?: object;
}

/** Content parts accumulated from deltas by the contract's rules: text is appended, other values replace. */
export interface MessageAccumulator {
  add(delta: MessagePartDelta): void;
  content(): unknown[];
}

export function createMessageAccumulator(): MessageAccumulator {
  const parts = new Map<number, AccumulatedPart>();
  return {
    add(delta) {
      parts.set(delta.index, withPart(parts.get(delta.index), delta));
    },
    content: () => inOrder(parts),
  };
}

function withPart(known: AccumulatedPart | undefined, delta: MessagePartDelta): AccumulatedPart {
  const { type } = delta;
  switch (delta.type) {
    case 'text': {
      const annotations = [...(known?.text?.annotations ?? [])];
      for (const one of delta.text?.annotations ?? []) annotations[one.index] = withoutIndex(one);
      return { type, text: { value: (known?.text?.value ?? '') + (delta.text?.value ?? ''), annotations } };
    }
    case 'refusal':
      return { type, refusal: (known?.refusal ?? '') + (delta.refusal ?? '') };
    case 'image_file':
      return { type, image_file: { detail: 'auto', ...delta.image_file } };
    case 'image_url':
      return { type, image_url: { detail: 'auto', ...delta.image_url } };
  }
}

/** In deltas, citations have an index and an empty quote, which final objects lack. */
function withoutIndex(delta: AnnotationDelta): unknown {
  const { index: _index, file_citation: citation, ...annotation } = delta;
  return citation ? { ...annotation, file_citation: { file_id: citation.file_id } } : annotation;
}

type AccumulatedOutput =
  | { readonly type: 'logs'; readonly logs: string }
  | { readonly type: 'image'; readonly image: unknown };

interface AccumulatedCall {
  id?: string | undefined;
  type: StepToolCallDelta['type'];
  function?: { name: string; arguments: string };
  code_interpreter?: { input: string; outputs: Map<number, AccumulatedOutput> };
  file_search?: object;
}

/** Tool calls accumulated from deltas. */
export interface CallsAccumulator {
  add(delta: StepToolCallDelta): void;
  /** A function call without `output`, which no delta contains. */
  calls(): unknown[];
}

export function createCallsAccumulator(): CallsAccumulator {
  const calls = new Map<number, AccumulatedCall>();
  return {
    add(delta) {
      const call = calls.get(delta.index) ?? { type: delta.type };
      calls.set(delta.index, call);
      if (delta.id !== undefined) call.id = delta.id;
      switch (delta.type) {
        case 'function': {
          const { name, arguments: text } = call.function ?? { name: '', arguments: '' };
          call.function = {
            name: delta.function?.name ?? name,
            arguments: text + (delta.function?.arguments ?? ''),
          };
          return;
        }
        case 'code_interpreter': {
          call.code_interpreter ??= { input: '', outputs: new Map() };
          call.code_interpreter.input += delta.code_interpreter?.input ?? '';
          for (const output of delta.code_interpreter?.outputs ?? []) {
            addOutput(call.code_interpreter.outputs, output);
          }
          return;
        }
        case 'file_search':
          call.file_search = { ...call.file_search, ...(delta.file_search as object | undefined) };
      }
    },
    calls: () =>
      inOrder(calls).map((call) =>
        call.code_interpreter
          ? {
              ...call,
              code_interpreter: { ...call.code_interpreter, outputs: inOrder(call.code_interpreter.outputs) },
            }
          : call,
      ),
  };
}

function addOutput(outputs: Map<number, AccumulatedOutput>, delta: CodeInterpreterOutputDelta): void {
  if (delta.type === 'image') {
    outputs.set(delta.index, { type: 'image', image: delta.image });
    return;
  }
  const known = outputs.get(delta.index);
  const before = known?.type === 'logs' ? known.logs : '';
  outputs.set(delta.index, { type: 'logs', logs: before + (delta.logs ?? '') });
}

function inOrder<T>(byIndex: ReadonlyMap<number, T>): T[] {
  return [...byIndex].toSorted(([a], [b]) => a - b).map(([, value]) => value);
}
