import type { EngineEvent } from '../engine.ts';
import { createGrowingText, type GrowingText } from '../provider/growing-text.ts';
import type { KeptCall } from './kept-content.ts';
import type { ProviderMetadata } from './provider-metadata.ts';

type ToolCallEvent = Extract<EngineEvent, { type: 'tool-call' }>;

interface OpenCall {
  /** Undefined until the call is emitted. */
  index: number | undefined;
  readonly json: GrowingText;
  isComplete: boolean;
  metadata: ProviderMetadata | undefined;
}

export interface CallStart {
  readonly id: string;
  readonly name: string;
  /** False when the deltas are not the JSON of the input. */
  readonly isJson: boolean;
  readonly metadata: ProviderMetadata | undefined;
}

export interface WholeCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as the model wrote it. */
  readonly input: string;
  readonly metadata: ProviderMetadata | undefined;
}

/**
 * The function calls of a model call. Some providers stream the input, others send whole calls. A call of a function that the run
 * does not have is emitted whole, because only the whole call says for certain whether the provider executes it.
 */
export interface FunctionCalls {
  /** Number of emitted calls. */
  readonly count: number;
  /** What to keep of each emitted call, by its index. */
  readonly kept: readonly KeptCall[];
  start(call: CallStart): Generator<ToolCallEvent>;
  append(id: string, delta: string): Generator<ToolCallEvent>;
  complete(call: WholeCall): Generator<ToolCallEvent>;
}

/** `functions` are the names of the run's functions. */
export function createFunctionCalls(functions: ReadonlySet<string>): FunctionCalls {
  const calls = new Map<string, OpenCall>();
  const emitted: { readonly id: string; readonly call: OpenCall }[] = [];

  function begin(id: string, metadata: ProviderMetadata | undefined): OpenCall {
    const call: OpenCall = { index: undefined, json: createGrowingText(), isComplete: false, metadata };
    calls.set(id, call);
    return call;
  }

  function first(id: string, call: OpenCall, name: string, json: string): ToolCallEvent {
    call.index = emitted.length;
    call.json.add(json);
    emitted.push({ id, call });
    return { type: 'tool-call', index: call.index, name, arguments: json };
  }

  return {
    get count() {
      return emitted.length;
    },

    get kept() {
      return emitted.map(({ id, call }) => ({ toolCallId: id, providerOptions: call.metadata }));
    },

    *start({ id, name, isJson, metadata }) {
      const call = begin(id, metadata);
      if (isJson && functions.has(name)) yield first(id, call, name, '');
    },

    *append(id, delta) {
      const call = calls.get(id);
      if (call?.index === undefined || call.isComplete || delta === '') return;
      yield { type: 'tool-call', index: call.index, arguments: call.json.add(delta) };
    },

    *complete({ id, name, input, metadata }) {
      const known = calls.get(id);
      // Some providers repeat an id for the next call.
      const call = known && !known.isComplete ? known : begin(id, undefined);
      call.isComplete = true;
      call.metadata = metadata ?? call.metadata;
      if (call.index === undefined) {
        yield first(id, call, name, input);
        return;
      }
      const rest = call.json.settle(input);
      if (rest !== '') yield { type: 'tool-call', index: call.index, arguments: rest };
    },
  };
}
