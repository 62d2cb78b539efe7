import { redact } from '../../shared/redact.ts';
import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { toInterruptedError } from '../provider/connection-error.ts';
import { asObject, asText } from '../provider/json-values.ts';
import type { ProviderTarget } from '../provider/refusal-error.ts';

type FinishReason = Extract<EngineEvent, { type: 'finish' }>['reason'];

const REASONS: ReadonlySet<unknown> = new Set<FinishReason>([
  'stop',
  'tool-calls',
  'length',
  'content-filter',
]);

/**
 * The engine's reason for a `finishReason`.
 *
 * @throws {@link EngineError} The response was interrupted, failed, or ended with a reason that the AI SDK does not know, which
 *   must not count as success.
 */
export function readFinish(value: unknown, hasCalls: boolean, target: ProviderTarget): FinishReason {
  const { unified, raw } = asObject(value);
  if (!isReason(unified)) {
    const given = asText(raw) ?? '';
    // Providers report `other` or `error` without their own reason when the stream just ended.
    throw given === '' ? toInterruptedError(target) : endedWith(given);
  }
  if (unified === 'stop' && hasCalls) return 'tool-calls';
  return unified === 'tool-calls' && !hasCalls ? 'stop' : unified;
}

function isReason(value: unknown): value is FinishReason {
  return REASONS.has(value);
}

function endedWith(raw: string): EngineError {
  return new EngineError('server_error', 'The model provider could not complete its response. Try again.', {
    failure: 'provider',
    forOperator: `The model provider ended its response with the reason "${redact(raw.slice(0, 40))}", which the AI SDK does not count as success. If it persists, update the package of the provider, or check the provider.`,
  });
}
