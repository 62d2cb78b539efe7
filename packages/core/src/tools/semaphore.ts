/** Limits how many actions run at the same time; the others wait in order. */
export interface Semaphore {
  /** Runs `act` when a slot is free. */
  take<T>(act: () => Promise<T>): Promise<T>;
}

/** A semaphore with `limit` slots. */
export function createSemaphore(limit: number): Semaphore {
  let taken = 0;
  const line: (() => void)[] = [];
  return {
    async take(act) {
      if (taken < limit) taken += 1;
      else await new Promise<void>((resolve) => line.push(resolve));
      try {
        return await act();
      } finally {
        // The slot is passed to the next waiter directly, so that no later caller overtakes it.
        const next = line.shift();
        if (next) next();
        else taken -= 1;
      }
    },
  };
}
