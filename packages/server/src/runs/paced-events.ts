import type { SetTimer } from '../timers.ts';

/**
 * The items of an iteration, with `'due'` in between whenever `dueIn()` milliseconds went by without one.
 * Ends by throwing the signal's reason as soon as it aborts, whether or not the source listens to the signal.
 */
export async function* pacedEvents<T>(
  source: AsyncIterable<T>,
  dueIn: () => number | undefined,
  signal: AbortSignal,
  setTimer: SetTimer,
): AsyncGenerator<T | 'due'> {
  const iterator = source[Symbol.asyncIterator]();
  let finished = false;
  try {
    let next = iterator.next();
    for (;;) {
      const winner = await firstOf(next, dueIn(), signal, setTimer);
      if (winner === 'due') {
        yield 'due';
        continue;
      }
      if (winner.done) {
        finished = true;
        return;
      }
      yield winner.value;
      next = iterator.next();
    }
  } catch (error) {
    finished = !signal.aborted;
    throw error;
  } finally {
    // A source that hangs would hang here too, and what a given-up source still throws concerns nobody.
    if (!finished) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

function firstOf<T>(
  next: Promise<T>,
  dueMs: number | undefined,
  signal: AbortSignal,
  setTimer: SetTimer,
): Promise<T | 'due'> {
  return new Promise((resolve, reject) => {
    const cancelTimer = dueMs === undefined ? undefined : setTimer(() => settle(() => resolve('due')), dueMs);
    const abort = () => settle(() => reject(signal.reason));
    const settle = (how: () => void) => {
      cancelTimer?.();
      signal.removeEventListener('abort', abort);
      how();
    };
    if (signal.aborted) {
      next.catch(() => {});
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    next.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}
