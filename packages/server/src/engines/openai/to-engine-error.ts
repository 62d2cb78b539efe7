import { EngineError } from '../engine-error.ts';
import { toUnreachableError } from '../provider/connection-error.ts';
import { asText } from '../provider/json-values.ts';
import { readRefusal } from '../provider/read-refusal.ts';
import { type ProviderTarget, toRefusalError } from '../provider/refusal-error.ts';
import { refusesRetry, retryAfterMs } from '../provider/retry-after.ts';
import { getErrorBody } from './preserve-error-bodies.ts';

/**
 * Converts an error of the SDK to the error of a run, with the cause and a remedy for the operator. Keys, URLs and account
 * ids are removed. Errors are recognized by their members, not by class: an app may pass a client from another copy of the
 * SDK. Errors that are not about a request are returned unchanged.
 */
export function toEngineError(error: unknown, target: ProviderTarget, context: ErrorContext): unknown {
  if (error instanceof EngineError || !isApiError(error)) return error;
  const { status } = error;
  if (typeof status !== 'number') return toUnreachableError(target, error, context.isRepeated);
  const refusal = readRefusal(getErrorBody(error) ?? error.error ?? withoutStatus(error.message));
  const code = refusal.code ?? asText(error.code);
  const headers = hasGet(error.headers) ? error.headers : NO_HEADERS;
  return toRefusalError(status, { ...refusal, code }, target, {
    cause: error,
    retryAfterMs: retryAfterMs(headers, context.now),
    isFinal: context.isRepeated || refusesRetry(headers),
  });
}

export interface ErrorContext {
  /** Unix milliseconds. */
  readonly now: number;
  /** Whether the client repeats refused requests itself. */
  readonly isRepeated: boolean;
}

const NO_HEADERS: Pick<Headers, 'get'> = { get: () => null };

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

/** Removes the status that the SDK puts before the provider's text, and the SDK's text for an empty body. */
function withoutStatus(message: string): string {
  return message.replace(/^\d{3}\s+/, '').replace(/^status code \(no body\)$/, '');
}
