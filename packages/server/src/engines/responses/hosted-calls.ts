import type { CodeInterpreterOutputDelta, FileSearchResult } from '@threadkit/core/api';
import { isRecord } from '../../shared/is-record.ts';
import type { EngineEvent, HostedCallPiece } from '../engine.ts';
import { createGrowingText, type GrowingText } from '../provider/growing-text.ts';
import { asObject, asText, type JsonObject } from '../provider/json-values.ts';
import type { OutputItem } from './output-items.ts';

type HostedCallEvent = Extract<EngineEvent, { type: 'hosted-call' }>;

const CODE = 'code_interpreter_call';

interface OpenCall {
  readonly index: number;
  readonly code: GrowingText;
  isDone: boolean;
}

/** Reads the calls of tools that the provider executed. A call that is closed receives nothing more. */
export interface HostedCalls {
  /** Whether this is a call that has begun. */
  has(item: OutputItem): boolean;
  /** Begins the item's call if it has not begun, and ends it if the item is done. */
  readItem(item: OutputItem): Generator<HostedCallEvent>;
  /** Reads code of the code interpreter: a piece, or the whole. */
  readCode(item: OutputItem, text: string, isWhole: boolean): Generator<HostedCallEvent>;
  /** Closes all calls: what is written now comes after them. */
  close(): void;
}

export function createHostedCalls(): HostedCalls {
  const calls = new Map<OutputItem, OpenCall>();
  let count = 0;

  function* grow({ index, isDone }: OpenCall, input: string): Generator<HostedCallEvent> {
    if (input === '' || isDone) return;
    yield { type: 'hosted-call', index, call: { type: 'code_interpreter', code_interpreter: { input } } };
  }

  return {
    has: (item) => calls.has(item),

    *readItem(item) {
      const type = asText(item.item['type']) ?? '';
      let call = calls.get(item);
      if (!call) {
        call = { index: count, code: createGrowingText(), isDone: false };
        count += 1;
        calls.set(item, call);
        yield { type: 'hosted-call', index: call.index, call: firstPiece(type) };
      }
      if (type === CODE) yield* grow(call, call.code.settle(asText(item.item['code']) ?? ''));
      if (!item.isDone || call.isDone) return;
      call.isDone = true;
      const last = lastPiece(type, item.item);
      if (last) yield { type: 'hosted-call', index: call.index, call: last };
    },

    *readCode(item, text, isWhole) {
      const call = calls.get(item);
      if (call && item.item['type'] === CODE)
        yield* grow(call, isWhole ? call.code.settle(text) : call.code.add(text));
    },

    close() {
      for (const call of calls.values()) call.isDone = true;
    },
  };
}

function firstPiece(type: string): HostedCallPiece {
  switch (type) {
    case 'file_search_call':
      return { type: 'file_search', file_search: {} };
    case CODE:
      return { type: 'code_interpreter', code_interpreter: {} };
    default:
      return { type: 'function', function: { name: 'web_search' } };
  }
}

function lastPiece(type: string, item: JsonObject): HostedCallPiece | undefined {
  switch (type) {
    case 'file_search_call': {
      const { results } = item;
      return Array.isArray(results)
        ? {
            type: 'file_search',
            file_search: { results: results.map((result: unknown) => toResult(result)) },
          }
        : undefined;
    }
    case CODE: {
      const outputs = toOutputs(item['outputs']);
      return outputs.length === 0 ? undefined : { type: 'code_interpreter', code_interpreter: { outputs } };
    }
    default: {
      const { sources, ...action } = asObject(item['action']);
      const output = item['status'] === 'failed' ? 'The search failed.' : JSON.stringify(sources ?? []);
      return { type: 'function', function: { arguments: JSON.stringify(action), output } };
    }
  }
}

function toResult(value: unknown): FileSearchResult {
  const { attributes, file_id: id, filename, score, text } = asObject(value);
  return {
    file_id: asText(id) ?? '',
    file_name: asText(filename) ?? '',
    score: typeof score === 'number' ? score : 0,
    ...(isRecord(attributes) && { attributes }),
    ...(typeof text === 'string' && { content: [{ type: 'text', text }] }),
  };
}

/** Images are left out: the provider sends an address, where the contract has the id of a file. */
function toOutputs(outputs: unknown): CodeInterpreterOutputDelta[] {
  if (!Array.isArray(outputs)) return [];
  const logs = outputs.flatMap((output: unknown) => asText(asObject(output)['logs']) ?? []);
  return logs.map((text, index) => ({ index, type: 'logs', logs: text }));
}
