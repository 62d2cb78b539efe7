import type { Environment } from '../environment/environment.ts';
import { settle } from './pending-work.ts';

/** An environment with a clock that only `advance` moves. */
export interface FakeEnvironment extends Environment {
  /** Moves the clock and runs the due timers in order. Promises are settled between them. */
  advance(ms: number): Promise<void>;
  /** Runs what is scheduled for the next frame. */
  frame(): void;
  /** Reports that the page became visible or online again. */
  wake(): void;
  setOnline(online: boolean): void;
  /** The stored texts, to inspect, and to pass to a second environment after a "reload". */
  readonly storage: Map<string, string>;
  /** Timers that have not run. */
  readonly pendingTimers: number;
}

/**
 * Creates an environment for tests: nothing in it depends on the machine's clock, and ids are counted.
 *
 * @param storage The stored texts; pass those of an earlier environment to simulate a reload.
 * @param lock Left out: a page without Web Locks. See {@link fakeLocks}.
 */
export function fakeEnvironment(
  storage: Map<string, string> = new Map(),
  lock?: Environment['lock'],
): FakeEnvironment {
  let time = 1_700_000_000_000;
  let ids = 0;
  let isOnline = true;
  const timers = new Set<{ at: number; run: () => void }>();
  const frames = new Set<() => void>();
  const wakers = new Set<() => void>();

  return {
    now: () => time,
    setTimer(run, ms) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    schedule(flush) {
      frames.add(flush);
    },
    randomId() {
      ids += 1;
      return `key_${ids}`;
    },
    random: () => 0,
    isOnline: () => isOnline,
    onWake(run) {
      wakers.add(run);
      return () => wakers.delete(run);
    },
    keyValueStore: {
      get: async (key) => storage.get(key),
      set: async (key, value) => {
        if (value === undefined) storage.delete(key);
        else storage.set(key, value);
      },
    },
    lock,
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (let next = earliest(); next && next.at <= end; next = earliest()) {
        time = next.at;
        timers.delete(next);
        next.run();
        await settle();
      }
      time = end;
    },
    frame() {
      for (const flush of frames) {
        frames.delete(flush);
        flush();
      }
    },
    wake() {
      for (const run of wakers) run();
    },
    setOnline(online) {
      isOnline = online;
    },
    storage,
    get pendingTimers() {
      return timers.size;
    },
  };

  function earliest() {
    return [...timers].toSorted((a, b) => a.at - b.at)[0];
  }
}

/** Locks as in a browser, shared by the environments that get the same object. */
export function fakeLocks(): NonNullable<Environment['lock']> {
  const last = new Map<string, Promise<void>>();
  return async (name, held) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(() => held(new AbortController().signal));
    last.set(
      name,
      mine.catch(() => {}),
    );
    await mine;
  };
}
