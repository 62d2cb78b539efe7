/** Calls `run` once after `ms` milliseconds; the returned function cancels it. */
export type SetTimer = (
  run: () => void,
  ms: number,
  options?: {
    /** The timer does not keep the process alive. @defaultValue false */
    background?: boolean;
  },
) => () => void;

export const setTimer: SetTimer = (run, ms, options) => {
  const timer: unknown = setTimeout(run, ms);
  if (options?.background && hasUnref(timer)) timer.unref();
  return () => clearTimeout(timer as number);
};

/** Node returns an object with `unref`, every other runtime a number. */
function hasUnref(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer;
}

/** Resolves after `ms`, or immediately when the signal is or becomes aborted. Never rejects. */
export function sleep(ms: number, signal: AbortSignal, timer: SetTimer = setTimer): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = timer(finish, ms);
    signal.addEventListener('abort', finish, { once: true });
  });
}
