'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';

/**
 * The time, in Unix milliseconds by this page's clock, as of the last full `everyMs`; renders again when it moves.
 * Undefined stands still. 0 on a server, where no time is the reader's.
 */
export function useNow(everyMs: number | undefined): number {
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
