import type { SetTimer } from '../shared/timers.ts';

/** Minimum milliseconds between two stored batches of deltas. The first is stored at once. */
const FLUSH_MS = 50;
/** A batch of this many characters is stored without waiting. */
const FLUSH_CHARS = 1000;

/** Stores in batches what is recorded meanwhile, one batch at a time. */
export interface PacedBatches {
  /** Call it when something was recorded. Returns a promise to wait for when the storage is a whole batch behind. */
  recorded(): Promise<void> | undefined;
  /** Stores no further batch. Settles when nothing is being stored any more; rejects when storing a batch failed. */
  end(): Promise<void>;
}

export interface PacedBatchesOptions {
  /** The characters that the next batch would have. */
  readonly pendingChars: () => number;
  /** Stores what was recorded since its last call. Never called while it is running. */
  readonly store: () => Promise<void>;
  /** Called when `store` rejects; no further batch is stored. */
  readonly onError: (error: unknown) => void;
  readonly setTimer: SetTimer;
}

/** A response has hundreds of pieces: none of them reads the clock, and the pieces of a batch share a timer. */
export function createPacedBatches({
  pendingChars,
  store,
  onError,
  setTimer,
}: PacedBatchesOptions): PacedBatches {
  let storing: Promise<void> | undefined;
  let isTimeOver = true;
  let isEnded = false;
  let cancelTimer = () => {};

  const isDue = () => pendingChars() > (isTimeOver ? 0 : FLUSH_CHARS - 1);

  function storeNext(): void {
    if (isEnded || storing || !isDue()) return;
    isTimeOver = false;
    cancelTimer();
    cancelTimer = setTimer(() => {
      isTimeOver = true;
      storeNext();
    }, FLUSH_MS);
    storing = store().then(() => {
      storing = undefined;
      storeNext();
    });
    storing.catch(onError);
  }

  return {
    recorded() {
      storeNext();
      return storing && isDue() ? storing : undefined;
    },

    async end() {
      isEnded = true;
      cancelTimer();
      await storing;
    },
  };
}
