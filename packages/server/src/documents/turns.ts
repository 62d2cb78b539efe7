/** Lets a few pieces of work run at once; the others wait in order. */
export interface Turns {
  /** Rejects with the reason of the signal when that aborts while the work waits. */
  take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export function createTurns(atOnce: number): Turns {
  const waiting = new Set<() => void>();
  let free = atOnce;

  function untilTurn(signal: AbortSignal): Promise<void> {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      const abort = (): void => {
        waiting.delete(start);
        reject(signal.reason);
      };
      waiting.add(start);
      signal.addEventListener('abort', abort, { once: true });
    });
  }

  /** The turn goes to the next that waits. */
  function release(): void {
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      next();
    } else free += 1;
  }

  return {
    async take(signal, work) {
      signal.throwIfAborted();
      await untilTurn(signal);
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}
