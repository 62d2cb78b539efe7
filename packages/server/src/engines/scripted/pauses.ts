import type { SetTimer } from '../../shared/timers.ts';

/** The pauses of one response. They end when its signal aborts. */
export interface Pauses {
  readonly isAborted: boolean;
  /** Waits for a number of pieces at the pace. Never rejects. */
  wait(pieces: number): Promise<void>;
  /** Must be called at the end of the response. */
  end(): void;
}

/** A response has hundreds of pauses, so all share one listener. */
export function createPauses(paceMs: number, signal: AbortSignal, setTimer: SetTimer): Pauses {
  let isAborted = signal.aborted;
  let stopWaiting = () => {};
  const abort = () => {
    isAborted = true;
    stopWaiting();
  };
  signal.addEventListener('abort', abort, { once: true });
  return {
    get isAborted() {
      return isAborted;
    },

    wait(pieces) {
      if (isAborted || paceMs * pieces <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const cancel = setTimer(resolve, paceMs * pieces);
        stopWaiting = () => {
          cancel();
          resolve();
        };
      });
    },

    end: () => signal.removeEventListener('abort', abort),
  };
}
