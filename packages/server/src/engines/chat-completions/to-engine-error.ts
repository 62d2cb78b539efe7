import {
  APIConnectionError,
  APIError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from 'openai';
import { EngineError } from '../engine-error.ts';

/**
 * A provider's failure in the words of a run's `last_error`. The provider's own text is kept only where it is
 * about the request; keys, addresses and accounts stay out of it.
 */
export function toEngineError(error: unknown): unknown {
  if (error instanceof EngineError || !(error instanceof APIError)) return error;
  const options = { cause: error };
  if (error instanceof RateLimitError) {
    return new EngineError(
      'rate_limit_exceeded',
      error.code === 'insufficient_quota'
        ? "The model provider's quota is used up."
        : `The model provider is busy or limits requests. Try again ${whenFrom(error)}.`,
      options,
    );
  }
  if (error instanceof APIConnectionError) {
    return new EngineError('server_error', 'The model provider could not be reached.', options);
  }
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) {
    return new EngineError('server_error', "The model provider refused this server's key.", options);
  }
  if (error instanceof NotFoundError) {
    return new EngineError('server_error', 'The model provider does not know this model.', options);
  }
  if (error instanceof BadRequestError || error instanceof UnprocessableEntityError) {
    return new EngineError(
      'invalid_prompt',
      `The model provider refused the request: ${reasonOf(error)}`,
      options,
    );
  }
  return new EngineError('server_error', 'The model provider had an error.', options);
}

function whenFrom(error: RateLimitError): string {
  const seconds = Number(error.headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? `in ${Math.ceil(seconds)} s` : 'later';
}

/** The SDK puts the status before the provider's text. */
function reasonOf(error: InstanceType<typeof APIError>): string {
  return error.message.replace(/^\d{3}\s+/, '');
}
