import { EngineError } from '../engines/engine-error.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import { wait } from '../shared/timers.ts';
import type { RunContext } from './run-context.ts';

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
