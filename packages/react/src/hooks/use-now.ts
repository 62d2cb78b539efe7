'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';

/** Options of `useNow`. */
export interface UseNowOptions {
  /** How often the time ticks, in milliseconds; `undefined` disables ticking. */
  everyMs: number | undefined;
}

/**
 * Returns the environment's clock in Unix milliseconds, rounded down to a multiple of `everyMs` (of a second when
 * ticking is disabled), and re-renders on each tick. Returns 0 during server rendering so hydration matches.
 */
export function useNow({ everyMs }: UseNowOptions): number {
  const { environment } = useThreadkit();
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (everyMs === undefined) return () => {};
      let cancel = (): void => {};
      const wait = (): void => {
        cancel = environment.setTimer(
          () => {
            onChange();
            wait();
          },
          everyMs - (environment.now() % everyMs),
        );
      };
      wait();
      return () => cancel();
    },
    [environment, everyMs],
  );
  const step = everyMs ?? 1_000;
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(environment.now() / step) * step,
    () => 0,
  );
}
