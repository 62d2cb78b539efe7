import type { RunUsage } from '@threadkit/core/api';
import type { EngineEvent } from '../engine.ts';

export type FinishReason = Extract<EngineEvent, { type: 'finish' }>['reason'];

/** A piece of a tool call as it came. Absent and `undefined` alike: this piece does not say. */
export interface CallPiece {
  readonly index: number | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly arguments: string;
}

/** A refusal inside of a stream. */
export interface StreamError {
  readonly message: string;
  readonly code: string | number | undefined;
  readonly type: string | undefined;
}

/** What one chunk of a completion says. Everything a chunk does not say is absent or empty. */
export interface ChunkContent {
  readonly text: string;
  readonly refusal: string;
  readonly calls: readonly CallPiece[];
  /** As the provider names it. */
  readonly reason: string | undefined;
  readonly usage: RunUsage | undefined;
  readonly error: StreamError | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a chunk that any server of Chat Completions may have written: members may be missing, null or of another type,
 * content may be a list of parts, a whole `message` may stand in the place of `delta`. Never throws.
 */
export function readChunk(chunk: Json, isNamedError = false): ChunkContent {
  const choice = asObject(asList(chunk['choices'])[0]);
  const delta = asObject(choice['delta'] ?? choice['message']);
  const older = asObject(delta['function_call']);
  const entries = asList(delta['tool_calls'] ?? undefined);
  return {
    text: readContent(delta['content']),
    refusal: asText(delta['refusal']) ?? '',
    calls: [
      ...entries.map((entry) => readCall(asObject(entry))),
      ...(Object.keys(older).length > 0 ? [readCall({ index: 0, function: older })] : []),
    ],
    reason: asText(choice['finish_reason']),
    usage: readUsage(chunk['usage']),
    error: readStreamError(chunk, isNamedError),
  };
}

function readCall(entry: Json): CallPiece {
  const called = asObject(entry['function']);
  return {
    index: typeof entry['index'] === 'number' ? entry['index'] : undefined,
    id: asText(entry['id']) || undefined,
    name: asText(called['name']) || undefined,
    arguments: readArguments(called['arguments']),
  };
}

/** Some servers send the object where the contract has its text. */
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

/** Undefined where no usage came. Counts are whole numbers; what is none counts as 0. */
function readUsage(value: unknown): RunUsage | undefined {
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

/** `error` as an object or a sentence, `error_message` beside, or the whole chunk as the error. */
function readStreamError(chunk: Json, isNamedError: boolean): StreamError | undefined {
  const { error } = chunk;
  if (typeof error === 'string') return { message: error, code: undefined, type: undefined };
  if (typeof error === 'object' && error !== null) return toStreamError(asObject(error));
  const said = asText(chunk['error_message']);
  if (said !== undefined) {
    return { message: said, code: undefined, type: asText(chunk['error_type']) };
  }
  return isNamedError || chunk['object'] === 'error' ? toStreamError(chunk) : undefined;
}

function toStreamError(error: Json): StreamError {
  const { code } = error;
  return {
    message: asText(error['message']) ?? '',
    code: typeof code === 'number' ? code : asText(code),
    type: asText(error['type']),
  };
}

/** The finish reason in the words of an engine; undefined for one that nobody knows: it must not count as success. */
export function toFinishReason(reason: string): FinishReason | undefined {
  return REASONS[reason.toLowerCase()];
}

const REASONS: Readonly<Record<string, FinishReason>> = Object.assign(Object.create(null), {
  stop: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  complete: 'stop',
  completed: 'stop',
  tool_calls: 'tool-calls',
  tool_call: 'tool-calls',
  tool_use: 'tool-calls',
  function_call: 'tool-calls',
  length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  model_length: 'length',
  content_filter: 'content-filter',
  content_filtered: 'content-filter',
  safety: 'content-filter',
  recitation: 'content-filter',
});

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** One object in the place of a list counts as a list of one. */
const asList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? [value] : [];
};

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function asCount(value: unknown): number {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : 0;
}
