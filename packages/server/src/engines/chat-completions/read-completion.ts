import type { RunCompletionUsage } from '@threadkit/core/api';
import type { EngineEvent } from '../engine.ts';
import { NO_USAGE, withPieces } from '../openai/count-pieces.ts';
import { type FinishReason, toFinishReason, unknownReason } from '../openai/finish-reason.ts';
import { emptyResponse } from '../openai/open-frames.ts';
import type { Frame } from '../openai/read-frames.ts';
import { toInterruptedError } from '../provider/connection-error.ts';
import { toPrivate } from '../provider/provider-members.ts';
import { type ProviderTarget, toStreamError } from '../provider/refusal-error.ts';
import { createToolCallAssembler, type ToolCallAssembler } from './assemble-calls.ts';
import { createReasoningAssembler, type ReasoningAssembler } from './assemble-reasoning.ts';
import { type ChunkContent, readChunk } from './read-chunk.ts';

export interface CompletionTarget extends ProviderTarget {
  /** The run's remaining token budget; null for none. */
  readonly maxTokens: number | null;
}

/**
 * Converts a completion's chunks to engine events. Usage arrives in its own chunk after the finish reason. Each piece is at
 * least one token: when there are more pieces than the budget has tokens, the provider ignores the budget and the response is
 * cut off.
 */
export async function* readCompletion(
  frames: AsyncIterable<Frame>,
  target: CompletionTarget,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const partOf = createPartNumbers();
  const calls = createToolCallAssembler();
  const reasoning = createReasoningAssembler();
  let reason: string | undefined;
  let usage = NO_USAGE;
  let isEmpty = true;
  let pieces = 0;
  for await (const { event, data } of frames) {
    // Chunks read before the abort may still be buffered.
    if (signal.aborted) return;
    isEmpty = false;
    const chunk = readChunk(data, event === 'error');
    if (chunk.error) throw toStreamError(chunk.error, target, pieces > 0);
    // Some providers send zeros at the end: usage never decreases.
    if (chunk.usage) usage = larger(usage, chunk.usage);
    const isReasoning = reasoning.read(chunk.delta);
    if (isReasoning || isPiece(chunk)) pieces += 1;
    if (target.maxTokens !== null && pieces > target.maxTokens) {
      yield { type: 'finish', reason: 'length', usage: withPieces(usage, target.maxTokens) };
      return;
    }
    // Some models emit stray text after their calls.
    if (!calls.any) {
      if (chunk.reasoning !== '') yield { type: 'reasoning', text: chunk.reasoning };
      if (chunk.text !== '') yield { type: 'text', part: partOf('text'), text: chunk.text };
      if (chunk.refusal !== '') yield { type: 'refusal', part: partOf('refusal'), text: chunk.refusal };
    }
    yield* calls.read(chunk.calls);
    reason = chunk.reason ?? reason;
  }
  if (signal.aborted) return;
  if (isEmpty) throw emptyResponse();
  // A provider that disconnects in mid-response just ends the stream.
  if (reason === undefined) throw toInterruptedError(target);
  const finish = toFinishReason(reason);
  if (!finish) throw unknownReason('finish_reason', reason);
  yield* calls.end();
  yield* privates(target.model, reasoning, calls);
  yield {
    type: 'finish',
    reason: finishOf(finish, calls.any),
    usage: target.maxTokens === null ? usage : withPieces(usage, pieces),
  };
}

/** Only for model calls that end with tool calls: nothing is required back from others. */
function* privates(
  model: string,
  { members }: ReasoningAssembler,
  calls: ToolCallAssembler,
): Generator<Extract<EngineEvent, { type: 'private' }>> {
  if (!calls.any) return;
  if (members) yield { type: 'private', value: toPrivate(model, members) };
  for (const [call, extra] of calls.extras) yield { type: 'private', call, value: toPrivate(model, extra) };
}

function isPiece({ text, refusal, calls }: ChunkContent): boolean {
  return (
    text !== '' || refusal !== '' || calls.some((call) => call.name !== undefined || call.arguments !== '')
  );
}

function finishOf(reason: FinishReason, hasCalls: boolean): FinishReason {
  if (reason === 'stop' && hasCalls) return 'tool-calls';
  return reason === 'tool-calls' && !hasCalls ? 'stop' : reason;
}

function larger(before: RunCompletionUsage, after: RunCompletionUsage): RunCompletionUsage {
  return after.total_tokens >= before.total_tokens ? after : before;
}

/** Text and refusal are separate content parts, numbered in order of appearance. */
function createPartNumbers(): (kind: 'text' | 'refusal') => number {
  const seen: ('text' | 'refusal')[] = [];
  return (kind) => {
    if (!seen.includes(kind)) seen.push(kind);
    return seen.indexOf(kind);
  };
}
