import { EngineError } from '../engine-error.ts';
import { asText } from './json-values.ts';
import { getErrorBody } from './preserve-error-bodies.ts';
import { readRefusal } from './read-refusal.ts';
import { redact } from './redact.ts';
import { getSecrets, type ProviderTarget, toRefusalError } from './refusal-error.ts';
import { retryAfterSeconds } from './retry-after.ts';

/**
 * Converts an error of the SDK to the error of a run, with the cause and a remedy for the operator. Keys, URLs and account
 * ids are removed. Errors are recognized by their members, not by class: an app may pass a client from another copy of the
 * SDK. Errors that are not about a request are returned unchanged.
 */
export function toEngineError(error: unknown, target: ProviderTarget, now: number): unknown {
  if (error instanceof EngineError || !isApiError(error)) return error;
  const { status } = error;
  if (typeof status !== 'number') return unreachable(error, target);
  const refusal = readRefusal(getErrorBody(error) ?? error.error ?? withoutStatus(error.message));
  const code = refusal.code ?? asText(error.code);
  const retryAfterS = hasGet(error.headers) ? retryAfterSeconds(error.headers, now) : undefined;
  return toRefusalError(status, { ...refusal, code }, target, { cause: error, retryAfterS });
}

/** The error for a response that was interrupted, with the error of the connection or parser. */
export function toInterruptedError(target: ProviderTarget, error?: unknown): EngineError {
  const reason = error instanceof Error ? redact(deepestMessage(error), getSecrets(target)) : '';
  return new EngineError(
    'server_error',
    'The connection to the model provider ended before the response was complete. Try again.',
    {
      cause: error,
      failure: 'provider',
      forOperator: `The connection to the model provider ended before the response was complete. Check its log, and the time limits of any proxy between it and this server.${reason && ` (${reason})`}`,
    },
  );
}

/** The SDK's request errors have all of these members, possibly undefined. */
interface ApiError extends Error {
  readonly status: unknown;
  readonly headers: unknown;
  readonly error: unknown;
  readonly code?: unknown;
}

function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'status' in error && 'headers' in error && 'error' in error;
}

function hasGet(headers: unknown): headers is Pick<Headers, 'get'> {
  return (
    typeof headers === 'object' && headers !== null && 'get' in headers && typeof headers.get === 'function'
  );
}

function unreachable(error: Error, target: ProviderTarget): EngineError {
  const why = /\btimed? ?out\b/i.test(error.message) ? 'did not respond in time' : 'cannot be reached';
  return new EngineError('server_error', 'The model provider could not be reached. Try again later.', {
    cause: error,
    failure: 'provider',
    forOperator: `The model provider ${why}. Check that it is running, and its address: OPENAI_BASE_URL (threadkit serve) or baseURL of chatCompletions. (${redact(deepestMessage(error), getSecrets(target))})`,
  });
}

/** The innermost cause of a connection error has the reason. */
function deepestMessage(error: Error): string {
  let deepest = error;
  // An AggregateError, with one error per address of a host, has a code and no message.
  for (let depth = 0; depth < 5 && deepest.cause instanceof Error; depth += 1) deepest = deepest.cause;
  if (deepest.message !== '') return deepest.message;
  return 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : error.message;
}

/** Removes the status that the SDK puts before the provider's text, and the SDK's text for an empty body. */
function withoutStatus(message: string): string {
  return message.replace(/^\d{3}\s+/, '').replace(/^status code \(no body\)$/, '');
}
