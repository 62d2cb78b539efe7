import type { Environment } from '../../environment/environment.ts';

/** Our server says something every 15 s; twice that and a little means that nobody is there. */
const STALL_MS = 40_000;
/** A page that wakes up has missed its timers: silence for this long is reason enough to look. */
const WAKE_STALL_MS = 20_000;

/** Calls `onStall` once when a stream has been silent for too long. */
export interface StallTimer {
  /** A sign of life. */
  touch(): void;
  stop(): void;
}

export function startStallTimer(
  { now, setTimer, onWake }: Pick<Environment, 'now' | 'setTimer' | 'onWake'>,
  onStall: () => void,
): StallTimer {
  let lastSignalAt = now();
  let cancelTimer = setTimer(check, STALL_MS);
  const stopListening = onWake(() => {
    if (now() - lastSignalAt >= WAKE_STALL_MS) stall();
  });

  /** One timer for many signals: it looks again after what is left. */
  function check(): void {
    const silentMs = now() - lastSignalAt;
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
      lastSignalAt = now();
    },
    stop,
  };
}
