import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';

export type FinishReason = Extract<EngineEvent, { type: 'finish' }>['reason'];

/** The engine's finish reason; undefined for an unknown one, which must not count as success. */
export function toFinishReason(reason: string): FinishReason | undefined {
  return REASONS[reason.toLowerCase()];
}

/** The error for a reason that {@link toFinishReason} does not know. `member` is the provider's name of it. */
export function unknownReason(member: string, reason: string): EngineError {
  const safe = reason.replaceAll(/[^\w -]/g, '').slice(0, 40);
  return new EngineError(
    'server_error',
    'The model provider ended its response with a reason unknown to this server. Try again.',
    {
      failure: 'provider',
      forOperator: `The model provider ended its response with the unknown ${member} "${safe}". Update @threadkit/server, or check the provider.`,
    },
  );
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
