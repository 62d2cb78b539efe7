import type { Environment } from '../environment/environment.ts';
import { settle } from './pending-work.ts';

/** An environment whose time stands still until the test moves it. Nothing in it waits for real. */
export interface FakeEnvironment extends Environment {
  /** Moves the clock and runs the timers that come due, in order. Promises get to run between them. */
  advance(ms: number): Promise<void>;
  /** Runs what waits for the next frame. */
  frame(): void;
  /** Tells that the page came back. */
  wake(): void;
  setOnline(online: boolean): void;
  /** What is stored, for looking at and for a second environment after a "reload". */
  readonly storage: Map<string, string>;
  /** Timers that have not run. */
  readonly pendingTimers: number;
}

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

/** Locks as a browser has them, shared by the environments that are given the same one. */
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
