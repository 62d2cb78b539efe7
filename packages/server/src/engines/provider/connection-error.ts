import { redact } from '../../shared/redact.ts';
import { EngineError } from '../engine-error.ts';
import { getSecrets, type ProviderTarget } from './refusal-error.ts';

/**
 * The error for a provider that did not respond, with the error of the connection. A call that timed out is not repeated: the
 * provider may have generated a response meanwhile. `isFinal`: the client has repeated it already.
 */
export function toUnreachableError(target: ProviderTarget, error: Error, isFinal = false): EngineError {
  const isLate = /\btimed? ?out\b/i.test(error.message);
  const why = isLate ? 'did not respond in time' : 'cannot be reached';
  return new EngineError('server_error', 'The model provider could not be reached. Try again later.', {
    cause: error,
    failure: 'provider',
    retry: isLate || isFinal ? undefined : {},
    forOperator: `The model provider${at(target.baseURL)} ${why}. Check that it is running, and its address: ${target.options.address}. (${redact(deepestMessage(error), getSecrets(target))})`,
  });
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

/** Host and port only: the rest of an address may have keys. */
function at(baseURL: string | undefined): string {
  if (baseURL === undefined || !URL.canParse(baseURL)) return '';
  const { hostname, port, protocol } = new URL(baseURL);
  return ` at ${hostname}:${port === '' ? { 'https:': 443, 'http:': 80 }[protocol] : port}`;
}

/** The innermost cause of a connection error has the reason. */
function deepestMessage(error: Error): string {
  let deepest = error;
  // An AggregateError, with one error per address of a host, has a code and no message.
  for (let depth = 0; depth < 5 && deepest.cause instanceof Error; depth += 1) deepest = deepest.cause;
  if (deepest.message !== '') return deepest.message;
  return 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : error.message;
}
