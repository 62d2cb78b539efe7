import { settle } from '@threadkit/core/testing';
import type { SetTimer } from '../shared/timers.ts';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** A clock with timers that only advances on command. */
export class ManualClock {
  #now: number;
  readonly #due = new Set<Due>();

  /** Unix milliseconds. */
  constructor(startsAt: number = Date.UTC(2026, 10, 24, 9)) {
    this.#now = startsAt;
  }

  readonly now = (): number => this.#now;

  readonly setTimer: SetTimer = (run, ms) => {
    const due = { at: this.#now + ms, run };
    this.#due.add(due);
    return () => this.#due.delete(due);
  };

  get pendingTimers(): number {
    return this.#due.size;
  }

  /** Advances the clock and runs due timers in order, settling promises in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const next = [...this.#due].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
    await settle();
  }
}
