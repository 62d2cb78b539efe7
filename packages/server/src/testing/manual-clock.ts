import { settle } from '@threadkit/core/testing';
import type { SetTimer } from '../shared/timers.ts';

/** A clock with timers that only advances on command. */
export interface ManualClock {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  readonly pendingTimers: number;
  /** Advances the clock and runs due timers in order, settling promises in between. */
  readonly advance: (ms: number) => Promise<void>;
}

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** @param startsAt Unix milliseconds. */
export function createManualClock(startsAt: number = Date.UTC(2026, 10, 24, 9)): ManualClock {
  let now = startsAt;
  const timers = new Set<Due>();

  return {
    now: () => now,

    setTimer(run, ms) {
      const due = { at: now + ms, run };
      timers.add(due);
      return () => timers.delete(due);
    },

    get pendingTimers() {
      return timers.size;
    },

    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
      await settle();
    },
  };
}
