import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { NO_USAGE, withPieces } from '../openai/count-pieces.ts';
import { type FinishReason, toFinishReason, unknownReason } from '../openai/finish-reason.ts';
import { emptyResponse } from '../openai/open-frames.ts';
import type { Frame } from '../openai/read-frames.ts';
import { toInterruptedError } from '../provider/connection-error.ts';
import { asList, asObject, asText, type JsonObject } from '../provider/json-values.ts';
import { readRefusal } from '../provider/read-refusal.ts';
import { type ProviderTarget, toStreamError } from '../provider/refusal-error.ts';
import { keepItems } from './kept-items.ts';
import { createOutputReader, type OutputReaderOptions } from './output-reader.ts';
import { type ResponseEvent, readEvent } from './read-event.ts';
import { readUsage } from './read-usage.ts';

export interface ResponseTarget extends ProviderTarget, OutputReaderOptions {
  /** The run's remaining token budget; null for none. */
  readonly maxTokens: number | null;
}

/**
 * Converts the events of a response to engine events. Each piece of text is at least one token: when there are more pieces than
 * the budget has tokens, the response is cut off.
 */
export async function* readResponse(
  frames: AsyncIterable<Frame>,
  target: ResponseTarget,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const output = createOutputReader(target);
  let isEmpty = true;
  let pieces = 0;
  for await (const frame of frames) {
    // Events read before the abort may still be buffered.
    if (signal.aborted) return;
    isEmpty = false;
    const event = readEvent(frame);
    if (!event) continue;
    if (event.type === 'error') throw toStreamError(event.refusal, target, !output.isEmpty);
    if (event.type === 'end') {
      const reason = toReason(event, target, !output.isEmpty);
      if (output.isEmpty) yield* output.readWhole(event.response['output']);
      yield* output.end();
      const kept = output.hasCalls ? keepItems(target.model, output.kept()) : undefined;
      if (kept) yield { type: 'private', value: kept };
      const usage = readUsage(event.response['usage']) ?? NO_USAGE;
      yield {
        type: 'finish',
        reason: reason === 'stop' && output.hasCalls ? 'tool-calls' : reason,
        usage: target.maxTokens === null ? usage : withPieces(usage, pieces),
      };
      return;
    }
    if (isPiece(event)) pieces += 1;
    if (target.maxTokens !== null && pieces > target.maxTokens) {
      yield { type: 'finish', reason: 'length', usage: withPieces(NO_USAGE, target.maxTokens) };
      return;
    }
    yield* output.read(event);
  }
  if (signal.aborted) return;
  // A provider that disconnects in mid-response just ends the stream.
  throw isEmpty ? emptyResponse() : toInterruptedError(target);
}

/** Summaries are written by another model. */
function isPiece(event: ResponseEvent): boolean {
  return event.type === 'text' && !event.isWhole && event.kind !== 'summary' && event.text !== '';
}

/** @throws {@link EngineError} The response failed, or ended for an unknown reason. */
function toReason(
  { status, response }: { readonly status: string; readonly response: JsonObject },
  target: ResponseTarget,
  hasBegun: boolean,
): FinishReason {
  switch (status) {
    case 'completed':
      return 'stop';
    case 'incomplete': {
      const reason = asText(asObject(response['incomplete_details'])['reason']);
      // Servers without a content filter leave the reason out.
      if (reason === undefined) return 'length';
      const finish = toFinishReason(reason);
      if (!finish) throw unknownReason('incomplete_details.reason', reason);
      return finish;
    }
    case 'failed':
      throw toStreamError(
        readRefusal({ error: response['error'] }),
        target,
        hasBegun || asList(response['output']).length > 0,
      );
    case 'cancelled':
      throw new EngineError('server_error', 'The model provider cancelled its response. Try again.', {
        failure: 'provider',
        forOperator: 'The model provider cancelled its response. Check its log.',
      });
    default:
      throw unknownReason('status', status);
  }
}
