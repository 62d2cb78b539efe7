import { EngineError } from '../engine-error.ts';
import { asText } from './json-values.ts';
import { errorBodyOf } from './keep-error-bodies.ts';
import { readRefusal } from './read-refusal.ts';
import { redact } from './redact.ts';
import { type AskedOf, secretsOf, toRefusalError } from './refusal-error.ts';
import { retryAfterSeconds } from './retry-after.ts';

/**
 * What the SDK throws instead of a response, in the words of a run's `last_error`, and for the operator the cause and
 * what to check. Keys, addresses and accounts stay out of both. Errors are told apart by their status and not by their
 * class: an app may bring a client of another copy of the SDK. What is no failure of a request stays as it is.
 */
export function toEngineError(error: unknown, asked: AskedOf, now: number): unknown {
  if (error instanceof EngineError || !isApiError(error)) return error;
  const { status } = error;
  if (typeof status !== 'number') return unreachable(error, asked);
  const refusal = readRefusal(errorBodyOf(error) ?? error.error ?? withoutStatus(error.message));
  const code = refusal.code ?? asText(error.code);
  const retryAfterS = hasGet(error.headers) ? retryAfterSeconds(error.headers, now) : undefined;
  return toRefusalError(status, { ...refusal, code }, asked, { cause: error, retryAfterS });
}

/** An answer that broke off in the middle, by whatever the connection or the parser threw. */
export function brokenOff(asked: AskedOf, error?: unknown): EngineError {
  const said = error instanceof Error ? redact(deepestMessage(error), secretsOf(asked)) : '';
  return new EngineError('server_error', 'The model provider broke off its answer. Try again.', {
    cause: error,
    failure: 'provider',
    forOperator: `The model provider broke off its answer: look at its log, or at what limits the time of requests between here and there.${said && ` (${said})`}`,
  });
}

/** The SDK's error of a request has all of these, with values or without. */
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

function unreachable(error: Error, asked: AskedOf): EngineError {
  const why = /\btimed? ?out\b/i.test(error.message) ? 'did not answer in time' : 'cannot be reached';
  return new EngineError('server_error', 'The model provider could not be reached. Try again later.', {
    cause: error,
    failure: 'provider',
    forOperator: `The model provider ${why}: is it running, and is its address right (OPENAI_BASE_URL, or baseURL of chatCompletions)? (${redact(deepestMessage(error), secretsOf(asked))})`,
  });
}

/** Of a connection that fails, the innermost error has the reason. */
function deepestMessage(error: Error): string {
  let deepest = error;
  // An AggregateError of one failure for each address of a host has a code and no message.
  for (let depth = 0; depth < 5 && deepest.cause instanceof Error; depth += 1) deepest = deepest.cause;
  if (deepest.message !== '') return deepest.message;
  return 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : error.message;
}

/** The SDK puts the status before the provider's text, and its own words where there is none. */
function withoutStatus(message: string): string {
  return message.replace(/^\d{3}\s+/, '').replace(/^status code \(no body\)$/, '');
}
