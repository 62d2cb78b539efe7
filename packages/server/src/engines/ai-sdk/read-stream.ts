import type { EngineEvent } from '../engine.ts';
import { callWithoutName } from '../provider/call-without-name.ts';
import { toInterruptedError } from '../provider/connection-error.ts';
import { asObject, asText, type JsonObject } from '../provider/json-values.ts';
import type { ProviderTarget } from '../provider/refusal-error.ts';
import { type ContentCollector, createContentCollector } from './collect-content.ts';
import { createFunctionCalls, type FunctionCalls } from './function-calls.ts';
import { createHostedCalls } from './hosted-calls.ts';
import { keepCall, keepContent } from './kept-content.ts';
import { readMetadata } from './provider-metadata.ts';
import { readFinish } from './read-finish.ts';
import { readUsage } from './read-usage.ts';
import { readWarnings } from './read-warnings.ts';
import { createTextParts } from './text-parts.ts';
import { toStreamPartError } from './to-engine-error.ts';
import { idOf, inputOf, toCustomPart, toHostedCallPart, toHostedResultPart } from './to-kept-parts.ts';

export interface StreamContext {
  readonly target: ProviderTarget;
  /** Identifies the model in private data. */
  readonly model: string;
  /** Names of the run's functions. */
  readonly functions: ReadonlySet<string>;
  /** Returns Unix milliseconds. */
  readonly now: () => number;
}

/**
 * Converts the parts of a stream to engine events. Parts come from code of a provider that reads what a server sent: members may
 * be missing or of another type, and unknown parts are ignored.
 *
 * @throws `EngineError` The provider reports an error, or the stream ends without a `finish` part.
 */
export async function* readStream(
  parts: AsyncIterable<unknown>,
  context: StreamContext,
): AsyncGenerator<EngineEvent> {
  const reader = createPartReader(context);
  let hasBegun = false;
  for await (const value of parts) {
    const part = asObject(value);
    if (part['type'] === 'error') {
      throw toStreamPartError(part['error'], context.target, context.now(), hasBegun);
    }
    hasBegun ||= !BEFORE_RESPONSE.has(part['type']);
    if (part['type'] === 'finish') {
      yield* reader.finish(part);
      return;
    }
    yield* reader.read(part);
  }
  throw toInterruptedError(context.target);
}

/** Parts that a provider sends before it generates anything. */
const BEFORE_RESPONSE: ReadonlySet<unknown> = new Set(['stream-start', 'response-metadata', 'raw']);

interface PartReader {
  read(part: JsonObject): Generator<EngineEvent>;
  finish(part: JsonObject): Generator<EngineEvent>;
}

function createPartReader({ target, model, functions }: StreamContext): PartReader {
  const calls = createFunctionCalls(functions);
  const hosted = createHostedCalls();
  const content = createContentCollector();
  const textParts = createTextParts();
  /** Blocks of reasoning without anything between them are paragraphs. */
  let reasoning: 'none' | 'written' | 'next block' = 'none';

  function* readText(part: JsonObject): Generator<EngineEvent> {
    const delta = asText(part['delta']) ?? '';
    content.append('text', idOf(part['id']), delta, readMetadata(part['providerMetadata']));
    if (delta === '' || calls.count > 0) return;
    hosted.endStep();
    reasoning = 'none';
    yield { type: 'text', part: textParts.partOf(delta), text: delta };
  }

  function* readReasoning(part: JsonObject): Generator<EngineEvent> {
    const delta = asText(part['delta']) ?? '';
    content.append('reasoning', idOf(part['id']), delta, readMetadata(part['providerMetadata']));
    if (delta === '' || calls.count > 0) return;
    hosted.endStep();
    textParts.afterReasoning();
    yield { type: 'reasoning', text: reasoning === 'next block' ? `\n\n${delta}` : delta };
    reasoning = 'written';
  }

  function* readInputStart(part: JsonObject): Generator<EngineEvent> {
    const [id, name] = [idOf(part['id']), asText(part['toolName']) ?? ''];
    if (part['providerExecuted'] === true) {
      if (name !== '') yield* asHosted(hosted.start(id, name));
      return;
    }
    const isJson = part['inputEncoding'] !== 'text';
    const metadata = readMetadata(part['providerMetadata']);
    yield* asCalls(calls.start({ id, name, isJson, metadata }));
  }

  function* readInputDelta(part: JsonObject): Generator<EngineEvent> {
    const [id, delta] = [idOf(part['id']), asText(part['delta']) ?? ''];
    if (hosted.has(id)) yield* asHosted(hosted.append(id, delta));
    else yield* asCalls(calls.append(id, delta));
  }

  function* readToolCall(part: JsonObject): Generator<EngineEvent> {
    const [id, name] = [idOf(part['toolCallId']), asText(part['toolName']) ?? ''];
    const input = inputOf(part['input']);
    const metadata = readMetadata(part['providerMetadata']);
    if (name === '') throw callWithoutName();
    if (part['providerExecuted'] === true) {
      content.add(toHostedCallPart({ id, name, input, metadata }));
      yield* asHosted(hosted.complete(id, name, input));
      return;
    }
    yield* asCalls(calls.complete({ id, name, input, metadata }));
  }

  function* readToolResult(part: JsonObject): Generator<EngineEvent> {
    // Preliminary results are replaced by the final one.
    if (part['preliminary'] === true) return;
    const kept = toHostedResultPart(part);
    if (!kept) return;
    content.add(kept);
    yield* asHosted(hosted.addOutput(kept.toolCallId, kept.output.value));
  }

  function* asHosted(events: Generator<EngineEvent>): Generator<EngineEvent> {
    for (const event of events) {
      textParts.afterHostedCall();
      reasoning = 'none';
      yield event;
    }
  }

  /** Function calls are the end of what the contract can show: text and reasoning after them are only kept for the provider. */
  function* asCalls(events: Generator<EngineEvent>): Generator<EngineEvent> {
    for (const event of events) {
      if (event.type === 'tool-call' && event.name !== undefined) {
        content.add({ type: 'function-call', index: event.index });
        hosted.end();
      }
      reasoning = 'none';
      yield event;
    }
  }

  return {
    *read(part) {
      switch (part['type']) {
        case 'stream-start':
          for (const message of readWarnings(part['warnings'])) yield { type: 'warning', message };
          return;
        case 'text-start':
          content.begin('text', idOf(part['id']), readMetadata(part['providerMetadata']));
          return;
        case 'reasoning-start':
          content.begin('reasoning', idOf(part['id']), readMetadata(part['providerMetadata']));
          if (reasoning === 'written') reasoning = 'next block';
          return;
        case 'text-delta':
        case 'text-end':
          yield* readText(part);
          return;
        case 'reasoning-delta':
        case 'reasoning-end':
          yield* readReasoning(part);
          return;
        case 'tool-input-start':
          yield* readInputStart(part);
          return;
        case 'tool-input-delta':
          yield* readInputDelta(part);
          return;
        case 'tool-call':
          yield* readToolCall(part);
          return;
        case 'tool-result':
          yield* readToolResult(part);
          return;
        case 'custom':
          {
            const kept = toCustomPart(part);
            if (kept) content.add(kept);
          }
          return;
        case 'tool-approval-request':
          yield {
            type: 'warning',
            message:
              'It asks to approve a call of a hosted tool, which is not supported. Set up the tool so that it needs no approval.',
          };
          return;
        case 'file':
          yield {
            type: 'warning',
            message: 'It writes files or images, which are not supported and left out.',
          };
          return;
        default:
        // Sources, metadata of the response, pings, raw chunks, files of reasoning, and whatever is added later.
      }
    },

    *finish(part) {
      const reason = readFinish(part['finishReason'], calls.count > 0, target);
      if (reason === 'tool-calls') yield* privates(model, content, calls);
      yield { type: 'finish', reason, usage: readUsage(part['usage']) };
    },
  };
}

/** Only for model calls that end with function calls: nothing is required back from others. */
function* privates(
  model: string,
  { content }: ContentCollector,
  calls: FunctionCalls,
): Generator<EngineEvent> {
  if (content) yield { type: 'private', value: keepContent(model, content) };
  for (const [call, kept] of calls.kept.entries()) {
    yield { type: 'private', call, value: keepCall(model, kept) };
  }
}
