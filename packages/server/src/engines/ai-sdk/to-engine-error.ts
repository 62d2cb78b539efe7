import { isRecord } from '../../shared/is-record.ts';
import { quoteForLog } from '../../shared/log.ts';
import { redact } from '../../shared/redact.ts';
import { EngineError } from '../engine-error.ts';
import { toInterruptedError, toUnreachableError } from '../provider/connection-error.ts';
import { asText, parseJson } from '../provider/json-values.ts';
import { type Refusal, readRefusal } from '../provider/read-refusal.ts';
import { type ProviderTarget, toRefusalError, toStreamError } from '../provider/refusal-error.ts';
import { refusesRetry, retryAfterMs } from '../provider/retry-after.ts';

/**
 * Converts an error of a model to the error of a run, with the cause and a remedy for the operator. Errors are recognized by their
 * members and names, not by class: an app may have several copies of the AI SDK's packages. `isRetryable` is ignored: the status
 * tells it too. Errors that are not about a request or the setup are returned unchanged. `now` is in Unix milliseconds.
 */
export function toEngineError(error: unknown, target: ProviderTarget, now: number): unknown {
  if (error instanceof EngineError || !(error instanceof Error)) return error;
  const refused = toStatusError(error, target, now, false);
  if (refused) return refused;
  const setup = toSetupError(error, target);
  if (setup) return setup;
  if (error.name === 'AI_UnsupportedFunctionalityError') return unsupported(error);
  if (isConnectionError(error)) {
    return toUnreachableError({ ...target, baseURL: asText(memberOf(error, 'url')) }, error);
  }
  return error.name.startsWith('AI_') ? unreadable(error, target) : error;
}

/**
 * The error for an `error` part, which may be of any type, or for an error that ends the stream. `hasBegun`: the stream had parts of
 * a response before.
 */
export function toStreamPartError(
  error: unknown,
  target: ProviderTarget,
  now: number,
  hasBegun: boolean,
): EngineError {
  if (error instanceof EngineError) return error;
  if (typeof error !== 'object' || error === null) return toStreamError(readRefusal(error), target, hasBegun);
  const refused = toStatusError(error, target, now, hasBegun);
  if (refused) return refused;
  // An error event of the provider whose kind implies no status.
  if (!(error instanceof Error)) return toStreamError(readRefusal(error), target, hasBegun);
  // The message of a parser of the AI SDK has the text that it could not parse, which may be of the conversation.
  return toInterruptedError(target, error.name.startsWith('AI_') ? new Error(error.name) : error);
}

function toStatusError(
  error: object,
  target: ProviderTarget,
  now: number,
  hasBegun: boolean,
): EngineError | undefined {
  const status = memberOf(error, 'statusCode');
  if (typeof status !== 'number' || status < 400) return undefined;
  const headers = headersOf(error);
  return toRefusalError(status, refusalOf(error), target, {
    cause: error,
    retryAfterMs: retryAfterMs(headers, now),
    isFinal: hasBegun || refusesRetry(headers),
  });
}

function memberOf(error: object, member: string): unknown {
  return Reflect.get(error, member);
}

function refusalOf(error: object): Refusal {
  const body = asText(memberOf(error, 'responseBody')) ?? '';
  const inner = readRefusal(body === '' ? (memberOf(error, 'data') ?? '') : (parseJson(body) ?? body));
  // Without a body, the AI SDK's message is the provider's; with one that is a page, it has nothing to add.
  const own = readRefusal({
    message: body === '' ? memberOf(error, 'message') : '',
    code: memberOf(error, 'code'),
    type: memberOf(error, 'type'),
  });
  return {
    message: inner.message || own.message,
    code: inner.code ?? own.code,
    type: inner.type ?? own.type,
  };
}

function headersOf(error: object): Pick<Headers, 'get'> {
  const headers = memberOf(error, 'responseHeaders');
  return { get: (name) => (isRecord(headers) ? (asText(headers[name]) ?? null) : null) };
}

/** The request had no response: it is about a connection or a time limit. */
function isConnectionError(error: Error): boolean {
  const isRequest = 'requestBodyValues' in error && memberOf(error, 'statusCode') === undefined;
  return isRequest || error.name === 'TimeoutError';
}

function toSetupError(error: Error, target: ProviderTarget): EngineError | undefined {
  const setup = (message: string, forOperator: string) =>
    new EngineError('server_error', message, { cause: error, failure: 'setup', forOperator });
  switch (error.name) {
    case 'AI_LoadAPIKeyError':
    case 'AI_LoadSettingError':
      return setup(
        'The model cannot be used: a key or setting of its provider is missing. The operator of this app must set it.',
        `A key or setting of the model's provider is missing. Check ${target.options.apiKey}. (${redact(error.message)})`,
      );
    case 'AI_NoSuchModelError':
    case 'AI_NoSuchProviderError':
      return setup(
        'The model cannot be used: its provider does not have it. The operator of this app must choose another model.',
        `The provider or registry has no model ${quoteForLog(target.model)}. Check ${target.options.model}, or the model of the assistant. (${redact(error.message)})`,
      );
    default:
      return undefined;
  }
}

function unsupported(error: Error): EngineError {
  const what = redact(asText(memberOf(error, 'functionality')) ?? '');
  return new EngineError(
    'invalid_prompt',
    `The model cannot read a part of this conversation${what === '' ? '.' : `: ${what}`}`,
    {
      cause: error,
      forOperator: `The package of the model's provider does not support ${what || error.name}.`,
    },
  );
}

function unreadable(error: Error, target: ProviderTarget): EngineError {
  return new EngineError(
    'server_error',
    'The response of the model provider could not be read. The operator of this app must check the address of the provider.',
    {
      cause: error,
      failure: 'provider',
      forOperator: `The AI SDK could not make the request or read the response (${error.name}). Check ${target.options.address}, any proxy between the provider and this server, and that the package of the provider is up to date.`,
    },
  );
}
