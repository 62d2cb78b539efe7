import type { SetTimer } from '@threadkit/server';

/**
 * Stands in the pauses of a scripted engine, so that a test says when an answer goes on and no clock does. A turn
 * pauses once before its first piece and once after each piece.
 */
export interface EngineGate {
  /** For `scripted({ paceMs, setTimer })`, with a pace above 0: without a pace the engine does not pause. */
  readonly setTimer: SetTimer;
  /** Every pause waits from now on, except the next `pauses` ones. */
  close(pauses?: number): void;
  /** Lets that many more pauses pass; the ones that wait come first. */
  pass(pauses: number): void;
  /** Nothing waits any more. */
  open(): void;
  /** Pauses that wait now. */
  readonly waiting: number;
}

/** Pauses after which an answer has said some words and has more to say. */
export const SOME_WORDS = 12;

export interface EngineGateOptions {
  /** How long a pause takes that may pass. @defaultValue a microtask */
  readonly setTimer?: SetTimer | undefined;
  /** The gate is closed from the beginning, after that many pauses. @defaultValue it is open */
  readonly closedAfter?: number | undefined;
}

const inAMicrotask: SetTimer = (run) => {
  let isCancelled = false;
  queueMicrotask(() => {
    if (!isCancelled) run();
  });
  return () => {
    isCancelled = true;
  };
};

export function engineGate({
  setTimer = inAMicrotask,
  closedAfter = Number.POSITIVE_INFINITY,
}: EngineGateOptions = {}): EngineGate {
  const held = new Set<() => void>();
  let allowed = closedAfter;

  function letPass(): void {
    for (const go of held) {
      if (allowed <= 0) return;
      held.delete(go);
      go();
    }
  }

  return {
    setTimer(run, ms, options) {
      let cancel = (): void => {};
      const go = (): void => {
        allowed -= 1;
        cancel = setTimer(run, ms, options);
      };
      held.add(go);
      letPass();
      return () => {
        held.delete(go);
        cancel();
      };
    },
    close(pauses = 0) {
      allowed = pauses;
      letPass();
    },
    pass(pauses) {
      allowed += pauses;
      letPass();
    },
    open() {
      allowed = Number.POSITIVE_INFINITY;
      letPass();
    },
    get waiting() {
      return held.size;
    },
  };
}
