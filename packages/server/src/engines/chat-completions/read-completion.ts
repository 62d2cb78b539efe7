import type { RunUsage } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { brokenOff } from './to-engine-error.ts';

type Chunk = OpenAI.Chat.Completions.ChatCompletionChunk;
type FinishReason = Extract<EngineEvent, { type: 'finish' }>['reason'];

const NO_USAGE: RunUsage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** A completion's chunks as engine events. Usage comes in a chunk of its own, behind the finish reason. */
export async function* readCompletion(chunks: AsyncIterable<Chunk>): AsyncGenerator<EngineEvent> {
  const parts = new PartNumbers();
  const calls = new CallNumbers();
  let reason: FinishReason | undefined;
  let usage = NO_USAGE;
  for await (const chunk of chunks) {
    if (chunk.usage) usage = toUsage(chunk.usage);
    const choice = chunk.choices[0];
    if (!choice) continue;
    const { content, refusal, tool_calls: toolCalls } = choice.delta;
    if (content) yield { type: 'text', part: parts.of('text'), text: content };
    if (refusal) yield { type: 'refusal', part: parts.of('refusal'), text: refusal };
    for (const call of toolCalls ?? []) yield* calls.read(call);
    if (choice.finish_reason) reason = toReason(choice.finish_reason);
  }
  // A provider that goes away mid-answer ends the stream without a word about it.
  if (!reason) throw brokenOff();
  yield { type: 'finish', reason: calls.any && reason === 'stop' ? 'tool-calls' : reason, usage };
}

/** Text and refusal are parts of their own, numbered as they first come. */
class PartNumbers {
  readonly #seen: ('text' | 'refusal')[] = [];

  of(kind: 'text' | 'refusal'): number {
    if (!this.#seen.includes(kind)) this.#seen.push(kind);
    return this.#seen.indexOf(kind);
  }
}

/** Providers number calls with gaps, or all alike, with another id; here they count from 0. */
class CallNumbers {
  readonly #keys: string[] = [];
  readonly #lastId = new Map<number, string>();

  get any(): boolean {
    return this.#keys.length > 0;
  }

  *read(call: NonNullable<Chunk['choices'][number]['delta']['tool_calls']>[number]): Generator<EngineEvent> {
    const given = call.index ?? 0;
    if (call.id) this.#lastId.set(given, call.id);
    const key = `${given}:${this.#lastId.get(given) ?? ''}`;
    const json = call.function?.arguments ?? '';
    let index = this.#keys.indexOf(key);
    if (index === -1) {
      index = this.#keys.push(key) - 1;
      const name = call.function?.name;
      if (!name)
        throw new EngineError('server_error', 'The model provider began a tool call without a name.');
      yield { type: 'tool-call', index, name, arguments: json };
      return;
    }
    if (json !== '') yield { type: 'tool-call', index, arguments: json };
  }
}

function toReason(reason: NonNullable<Chunk['choices'][number]['finish_reason']>): FinishReason {
  switch (reason) {
    case 'tool_calls':
    case 'function_call':
      return 'tool-calls';
    case 'length':
      return 'length';
    case 'content_filter':
      return 'content-filter';
    default:
      return 'stop';
  }
}

function toUsage(usage: NonNullable<Chunk['usage']>): RunUsage {
  return {
    prompt_tokens: usage.prompt_tokens,
    completion_tokens: usage.completion_tokens,
    total_tokens: usage.total_tokens,
    prompt_token_details: { cached_tokens: usage.prompt_tokens_details?.cached_tokens ?? 0 },
    completion_tokens_details: {
      reasoning_tokens: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    },
  };
}
