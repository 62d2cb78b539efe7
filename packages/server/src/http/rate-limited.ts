import { HttpError } from './http-error.ts';

/** Seconds. A guess: when a run or stream will end is unknown. */
const RETRY_AFTER_S = 5;
/** Seconds. Clients do not wait so long on their own: they show the error at once. */
const RETRY_LASTING_AFTER_S = 61;

/**
 * The hosted service's own message, which clients recognize, followed by the reason. With `isLasting`, the reason only goes away
 * when the caller does something.
 */
export function rateLimited(
  reason: string,
  { isLasting = false }: { readonly isLasting?: boolean } = {},
): HttpError {
  return new HttpError(
    429,
    `You've exceeded the rate limit, please slow down and try again later. ${reason}`,
    {
      type: 'invalid_request_error',
      code: 'rate_limit_exceeded',
      headers: isLasting
        ? { 'retry-after': String(RETRY_LASTING_AFTER_S), 'x-should-retry': 'false' }
        : { 'retry-after': String(RETRY_AFTER_S) },
    },
  );
}
