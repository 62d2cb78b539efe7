import type { Environment } from '../../environment/environment.ts';

/** Threadkit's server sends a heartbeat every 15 s: two missing ones mean that the connection is dead. */
const STALL_MS = 40_000;
/** A page that wakes up has missed its timers: a shorter silence counts as a stall. */
const WAKE_STALL_MS = 20_000;

/** Calls `onStall` once, when a stream has been silent for too long. */
export interface StallTimer {
  /** Restarts the timer after data has arrived. */
  touch(): void;
  stop(): void;
}

export function startStallTimer(
  { now, setTimer, onWake }: Pick<Environment, 'now' | 'setTimer' | 'onWake'>,
  onStall: () => void,
): StallTimer {
  let lastReceivedAt = now();
  let cancelTimer = setTimer(check, STALL_MS);
  const stopListening = onWake(() => {
    if (now() - lastReceivedAt >= WAKE_STALL_MS) stall();
  });

  /** One timer for all data: it is set again for the remaining time. */
  function check(): void {
    const silentMs = now() - lastReceivedAt;
    if (silentMs >= STALL_MS) stall();
    else cancelTimer = setTimer(check, STALL_MS - silentMs);
  }

  function stop(): void {
    cancelTimer();
    stopListening();
  }

  function stall(): void {
    stop();
    onStall();
  }

  return {
    touch() {
      lastReceivedAt = now();
    },
    stop,
  };
}
