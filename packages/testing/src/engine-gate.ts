import type { SetTimer } from '@threadkit/server';

/**
 * Controls the pauses of a scripted engine, so that the test rather than a clock decides when a response continues. A model
 * call pauses once before its first piece and once after each piece.
 */
export interface EngineGate {
  /** For `scripted({ paceMs, setTimer })`, with a pace above 0: without a pace the engine does not pause. */
  readonly setTimer: SetTimer;
  /** Blocks every pause from now on, except the next `pauses` ones. */
  close(pauses?: number): void;
  /** Lets that many more pauses pass, blocked ones first. */
  pass(pauses: number): void;
  /** Lets all pauses pass. */
  open(): void;
  /** Number of blocked pauses. */
  readonly waiting: number;
}

/** Number of pauses after which a response has some words and is not complete. */
export const SOME_WORDS = 12;

/** Options of {@link engineGate}. */
export interface EngineGateOptions {
  /** Duration of a pause that may pass. @defaultValue a microtask */
  readonly setTimer?: SetTimer | undefined;
  /** Closes the gate from the start, after that many pauses. @defaultValue the gate is open */
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

/** Creates a gate for the pauses of a scripted engine; open unless `closedAfter` is set. */
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
