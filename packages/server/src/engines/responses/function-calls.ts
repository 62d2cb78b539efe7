import type { EngineEvent } from '../engine.ts';
import { callWithoutName } from '../provider/call-without-name.ts';
import { createGrowingText, type GrowingText } from '../provider/growing-text.ts';
import { asText } from '../provider/json-values.ts';
import type { OutputItem } from './output-items.ts';

type ToolCallEvent = Extract<EngineEvent, { type: 'tool-call' }>;

interface OpenCall {
  readonly json: GrowingText;
  name: string;
  /** Index of the emitted call; undefined until its name is known. */
  index: number | undefined;
}

/** Reads the function calls of an output. A call is emitted as soon as its name is known. */
export interface FunctionCalls {
  /** Whether any call was emitted. */
  readonly any: boolean;
  /** The index of an item's call; undefined when it was not emitted. */
  indexOf(item: OutputItem): number | undefined;
  /** Reads name and arguments of the item. */
  readItem(item: OutputItem): Generator<ToolCallEvent>;
  /** Reads arguments: a piece, or the whole. */
  readArguments(item: OutputItem, text: string, isWhole: boolean): Generator<ToolCallEvent>;
  /** @throws `EngineError` A call with arguments never received a name. */
  end(): void;
}

export function createFunctionCalls(): FunctionCalls {
  const calls = new Map<OutputItem, OpenCall>();
  let count = 0;

  function callOf(item: OutputItem): OpenCall {
    const known = calls.get(item);
    if (known) return known;
    const call: OpenCall = { json: createGrowingText(), name: '', index: undefined };
    calls.set(item, call);
    return call;
  }

  function* grow(call: OpenCall, more: string): Generator<ToolCallEvent> {
    if (call.index !== undefined) {
      if (more !== '') yield { type: 'tool-call', index: call.index, arguments: more };
    } else if (call.name !== '') {
      call.index = count;
      count += 1;
      yield { type: 'tool-call', index: call.index, name: call.name, arguments: call.json.text };
    }
  }

  return {
    get any() {
      return count > 0;
    },

    indexOf: (item) => calls.get(item)?.index,

    *readItem(item) {
      const call = callOf(item);
      call.name ||= asText(item.item['name']) ?? '';
      yield* grow(call, call.json.settle(asText(item.item['arguments']) ?? ''));
    },

    *readArguments(item, text, isWhole) {
      const call = callOf(item);
      yield* grow(call, isWhole ? call.json.settle(text) : call.json.add(text));
    },

    end() {
      for (const { index, json } of calls.values()) {
        if (index === undefined && json.text !== '') throw callWithoutName();
      }
    },
  };
}
