/**
 * What the core needs of the world. Everything that differs between a page, a worker and a test comes in here,
 * so that nothing in the core sleeps, guesses the time or touches a browser.
 */
export interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** Runs once after `ms`; the returned function calls it off. */
  setTimer(run: () => void, ms: number): () => void;
  /** Runs before the next paint, or soon where nothing paints. Called at most once per pending flush. */
  schedule(flush: () => void): void;
  /** A fresh id; 128 random bits or as good. */
  randomId(): string;
  isOnline(): boolean;
  /** Told when the page comes back: shown again, online again. Returns the way to stop listening. */
  onWake(run: () => void): () => void;
  /**
   * Small texts that outlive a reload: which thread a named chat became, the journal of tool calls,
   * and what was typed and not sent.
   */
  keyValueStore: {
    get(key: string): Promise<string | undefined>;
    set(key: string, value: string | undefined): Promise<void>;
  };
  /** Holds a named lock across tabs until `held` ends. Undefined where the origin has none. */
  lock: ((name: string, held: (signal: AbortSignal) => Promise<void>) => Promise<void>) | undefined;
}
