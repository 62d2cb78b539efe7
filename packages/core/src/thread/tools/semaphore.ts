/** Lets a few through at a time; the others wait in line. */
export interface Semaphore {
  /** Runs `act` when there is room. */
  take<T>(act: () => Promise<T>): Promise<T>;
}

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
        // The slot goes straight to the next in line, so that nobody slips in between.
        const next = line.shift();
        if (next) next();
        else taken -= 1;
      }
    },
  };
}
