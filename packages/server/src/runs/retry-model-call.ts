import { EngineError, type RetryInfo } from '../engines/engine-error.ts';
import { wait } from '../shared/timers.ts';
import type { RunContext } from './run-context.ts';

const FIRST_DELAY_MS = 1000;
/** A provider that requests a longer delay is not asked again: the user decides whether to wait. */
const MAX_DELAY_MS = 60_000;
/** Part of a requested delay that is added at random, so that the runs of a server do not return all at once. */
const REQUESTED_JITTER = 0.1;

export interface RetryOptions extends Pick<RunContext, 'now' | 'setTimer' | 'random' | 'maxRetries'> {
  /** Ends a wait. */
  readonly signal: AbortSignal;
  /** No request begins at or after this time, in Unix milliseconds. */
  readonly deadline: number;
  /** Whether nothing of a response was recorded. */
  readonly isUnanswered: () => boolean;
  /** Called before each wait. */
  readonly onRetry: (error: EngineError) => void;
}

/**
 * Makes the requests of a model call: the first one, and further ones while the provider refuses for a reason that passes and
 * nothing was recorded. `request` receives the number of requests before it.
 *
 * @throws What the last request throws, or the reason of the signal during a wait.
 */
export async function retryModelCall<T>(
  request: (retries: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await request(retries);
    } catch (error) {
      if (!(error instanceof EngineError) || !error.retry || !options.isUnanswered()) throw error;
      if (retries >= options.maxRetries) throw error;
      const delayMs = retryDelayMs(error.retry, retries, options.random);
      if (delayMs === undefined || options.now() + delayMs >= options.deadline) throw error;
      options.onRetry(error);
      await wait(delayMs, options.signal, options.setTimer);
    }
  }
}

/**
 * Milliseconds until the next request: what the provider asks for and up to a tenth more, otherwise half to all of a delay that doubles
 * with each request. Undefined when the provider asks for more than a minute.
 */
export function retryDelayMs(
  { afterMs }: RetryInfo,
  retries: number,
  random: () => number,
): number | undefined {
  if (afterMs !== undefined && afterMs > MAX_DELAY_MS) return undefined;
  if (afterMs !== undefined && afterMs > 0) return Math.round(afterMs * (1 + random() * REQUESTED_JITTER));
  const full = Math.min(FIRST_DELAY_MS * 2 ** retries, MAX_DELAY_MS);
  return Math.round(full * (1 - random() / 2));
}
