import type { Environment } from './environment.ts';

/** Resolves after `ms`, when the page wakes up, or when the signal aborts, whichever comes first. */
export function sleep(
  environment: Pick<Environment, 'setTimer' | 'onWake'>,
  ms: number,
  signal?: AbortSignal,
): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      cancelTimer();
      stopListening();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancelTimer = environment.setTimer(finish, ms);
    const stopListening = environment.onWake(finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
}
