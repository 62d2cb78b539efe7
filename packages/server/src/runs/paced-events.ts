import type { SetTimer } from '../shared/timers.ts';

/**
 * The items of an iteration, with `'due'` in between whenever `dueIn()` milliseconds passed without an item.
 * Throws the signal's reason as soon as it aborts, whether or not the source observes the signal.
 *
 * A response has hundreds of items, so all share one listener and at most one timer. `dueIn` may only be postponed; a timer
 * that fires early is set again.
 */
export async function* pacedEvents<T>(
  source: AsyncIterable<T>,
  dueIn: () => number | undefined,
  signal: AbortSignal,
  setTimer: SetTimer,
): AsyncGenerator<T | 'due'> {
  const iterator = source[Symbol.asyncIterator]();
  let finished = false;
  let wake: ((what: 'due' | 'abort') => void) | undefined;
  let cancelTimer: (() => void) | undefined;
  const abort = () => wake?.('abort');

  function setAlarm(): void {
    const dueMs = dueIn();
    if (dueMs === undefined || cancelTimer) return;
    cancelTimer = setTimer(() => {
      cancelTimer = undefined;
      const left = dueIn();
      if (left !== undefined && left <= 0) wake?.('due');
      else setAlarm();
    }, dueMs);
  }

  signal.addEventListener('abort', abort, { once: true });
  try {
    let next = iterator.next();
    for (;;) {
      const arriving = next;
      const woken = new Promise<'item' | 'due' | 'abort'>((resolve) => {
        wake = resolve;
        const arrived = () => resolve('item');
        arriving.then(arrived, arrived);
      });
      setAlarm();
      const winner = signal.aborted ? 'abort' : await woken;
      if (winner === 'abort') throw signal.reason;
      if (winner === 'due') {
        yield 'due';
        continue;
      }
      const item = await arriving;
      if (item.done) {
        finished = true;
        return;
      }
      yield item.value;
      next = iterator.next();
    }
  } catch (error) {
    finished = !signal.aborted;
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
    cancelTimer?.();
    // Not awaited, because the source may hang. Errors after it was abandoned are irrelevant.
    if (!finished) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
