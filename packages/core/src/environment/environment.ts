/**
 * The platform that the core depends on: clock, timers, ids, storage, locks. Injected, because pages, workers and tests
 * differ in them.
 */
export interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds. Returns a function that cancels the timer. */
  setTimer(run: () => void, ms: number): () => void;
  /** Calls `flush` before the next paint, or soon where nothing is painted. Called at most once per pending flush. */
  schedule(flush: () => void): void;
  /** Returns a unique id with at least 128 random bits. */
  randomId(): string;
  /** Returns a number in [0, 1). Used for the jitter of retries. */
  random(): number;
  /** Whether the page has a network. While it has none, a lost connection has the state `offline`. */
  isOnline(): boolean;
  /** Calls `run` when the page becomes visible or online again. Returns a function that unsubscribes. */
  onWake(run: () => void): () => void;
  /**
   * Small texts that survive a reload: the thread of a new chat, the journal of tool calls, and unsent drafts.
   */
  keyValueStore: {
    /** Resolves with `undefined` when nothing is stored under `key`. */
    get(key: string): Promise<string | undefined>;
    /** Stores `value`; `undefined` removes the entry. */
    set(key: string, value: string | undefined): Promise<void>;
  };
  /** Holds a named lock across tabs until `held` settles. Undefined where Web Locks are missing. */
  lock: ((name: string, held: (signal: AbortSignal) => Promise<void>) => Promise<void>) | undefined;
}
