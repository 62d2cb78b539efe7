import type { Environment } from '../environment/environment.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8_000;
/** Longest accepted `retry-after`. For a longer one the request fails, so that the caller can show a timer. */
const MAX_RETRY_AFTER_MS = 60_000;

/** Milliseconds before retry `attempt` (from 1): exponential, capped, with up to a quarter of jitter. */
export function backoffMs(attempt: number, { random }: Pick<Environment, 'random'>): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_WAIT_MS);
  return Math.round(full * (1 - random() * 0.25));
}

/** Reads `retry-after-ms` or `retry-after` (seconds, or a date). Undefined when neither can be read. */
export function readRetryAfterMs(headers: Headers, now: number): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = Number(text);
  if (text.trim() !== '' && seconds >= 0) return seconds * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Milliseconds after which an idempotent request should be sent again; undefined when it should not. */
export function retryDelayMs(
  error: ThreadkitError,
  attempt: number,
  environment: Pick<Environment, 'random'>,
): number | undefined {
  const { status = 0, retryAfterMs } = error;
  const isRetryable =
    error.kind === 'network' || status === 408 || status === 409 || status === 429 || status >= 500;
  if (!isRetryable || (retryAfterMs ?? 0) > MAX_RETRY_AFTER_MS) return undefined;
  return retryAfterMs ?? backoffMs(attempt, environment);
}
