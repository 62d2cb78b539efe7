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

/** Resolves after `ms` milliseconds. Rejects with the reason of the signal as soon as it aborts. */
export function wait(ms: number, signal: AbortSignal, timer: SetTimer): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(signal.reason);
    };
    const cancel = timer(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** What `work` resolves with, or the value of `onLate` when that takes longer than `ms`. */
export async function settleWithin<T, L>(
  work: Promise<T>,
  ms: number,
  onLate: () => L,
  timer: SetTimer,
  options?: { readonly background?: boolean },
): Promise<T | L> {
  let cancel = () => {};
  const late = new Promise<L>((resolve) => {
    cancel = timer(() => resolve(onLate()), ms, options);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
