import { HttpError } from './http-error.ts';

/** Seconds. Runs and streams end at their own time: this is when it is worth asking again. */
const RETRY_AFTER_S = 5;

/** The service's own sentence, which clients know, and then the reason. */
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
