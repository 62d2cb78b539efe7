import { HttpError } from './http-error.ts';

/** Seconds. A guess: when a run or stream will end is unknown. */
const RETRY_AFTER_S = 5;

/** The hosted service's own message, which clients recognize, followed by the reason. */
export function rateLimited(reason: string): HttpError {
  return new HttpError(
    429,
    `You've exceeded the rate limit, please slow down and try again later. ${reason}`,
    {
      type: 'invalid_request_error',
      code: 'rate_limit_exceeded',
      headers: { 'retry-after': String(RETRY_AFTER_S) },
    },
  );
}
