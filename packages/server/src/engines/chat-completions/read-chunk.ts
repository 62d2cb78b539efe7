import type { RunCompletionUsage } from '@threadkit/core/api';
import { asCount, asList, asObject, asText, type JsonObject } from '../provider/json-values.ts';
import { type Refusal, readRefusal } from '../provider/read-refusal.ts';

/** A piece of a tool call as received. Undefined members were not in the piece. */
export interface CallPiece {
  readonly index: number | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly arguments: string;
  /** Unknown members, such as a signature. The provider may require them back. */
  readonly extra: JsonObject | undefined;
}

/** The content of one chunk. Missing members are undefined or empty. */
export interface ChunkContent {
  readonly text: string;
  readonly refusal: string;
  /** Text of the reasoning, which providers name differently; some send it under both names. */
  readonly reasoning: string;
  readonly calls: readonly CallPiece[];
  /** The raw delta, for members that are sent back to the provider unchanged. */
  readonly delta: JsonObject;
  /** The provider's finish reason. */
  readonly reason: string | undefined;
  readonly usage: RunCompletionUsage | undefined;
  readonly error: Refusal | undefined;
}

/**
 * Reads a chunk of any Chat Completions server: members may be missing, null or of another type, content may be a list of
 * parts, and a whole `message` may take the place of `delta`. Never throws.
 */
export function readChunk(chunk: JsonObject, isNamedError = false): ChunkContent {
  const choice = asObject(asList(chunk['choices'])[0]);
  const delta = asObject(choice['delta'] ?? choice['message']);
  const older = asObject(delta['function_call']);
  const entries = asList(delta['tool_calls'] ?? undefined);
  return {
    text: readContent(delta['content']),
    refusal: asText(delta['refusal']) ?? '',
    reasoning: asText(delta['reasoning_content']) || asText(delta['reasoning']) || '',
    calls: [
      ...entries.map((entry) => readCall(asObject(entry))),
      ...(Object.keys(older).length > 0 ? [readCall({ index: 0, function: older })] : []),
    ],
    delta,
    reason: asText(choice['finish_reason']),
    usage: readUsage(chunk['usage']),
    error: readStreamError(chunk, isNamedError),
  };
}

function readCall(entry: JsonObject): CallPiece {
  const called = asObject(entry['function']);
  return {
    index: typeof entry['index'] === 'number' ? entry['index'] : undefined,
    id: asText(entry['id']) || undefined,
    name: asText(called['name']) || undefined,
    arguments: readArguments(called['arguments']),
    extra: readExtra(entry),
  };
}

const CALL_MEMBERS = new Set(['index', 'id', 'type', 'function']);

function readExtra(entry: JsonObject): JsonObject | undefined {
  const extra = Object.entries(entry).filter(
    ([key, value]) => !CALL_MEMBERS.has(key) && value !== null && value !== undefined,
  );
  return extra.length === 0 ? undefined : Object.fromEntries(extra);
}

/** Some servers send an object instead of its JSON text. */
function readArguments(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}

function readContent(content: unknown): string {
  if (typeof content === 'string') return content;
  return asList(content)
    .map((part) => (typeof part === 'string' ? part : (asText(asObject(part)['text']) ?? '')))
    .join('');
}

/** Undefined when there is no usage. Invalid counts become 0. */
function readUsage(value: unknown): RunCompletionUsage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const usage = asObject(value);
  const prompt = asCount(usage['prompt_tokens']);
  const completion = asCount(usage['completion_tokens']);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: asCount(usage['total_tokens']) || prompt + completion,
    prompt_token_details: {
      cached_tokens: asCount(asObject(usage['prompt_tokens_details'])['cached_tokens']),
    },
    completion_tokens_details: {
      reasoning_tokens: asCount(asObject(usage['completion_tokens_details'])['reasoning_tokens']),
    },
  };
}

/** Reads `error` as an object or text, `error_message` beside it, or the whole chunk as the error. */
function readStreamError(chunk: JsonObject, isNamedError: boolean): Refusal | undefined {
  const { error } = chunk;
  const isError =
    (typeof error === 'object' && error !== null) ||
    typeof error === 'string' ||
    typeof chunk['error_message'] === 'string' ||
    isNamedError ||
    chunk['object'] === 'error';
  return isError ? readRefusal(chunk) : undefined;
}
