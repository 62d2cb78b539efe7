import type { HistoryMessage } from '../text.ts';

/** One way to build a chat. All that the benchmark knows of it. */
export interface Candidate {
  /** False: nothing will ever be seen, so that nothing is waited for. @defaultValue true */
  readonly draws?: boolean;
  /** Turns a thread into what an app would have at hand once it has loaded it. Not measured. */
  load(history: readonly HistoryMessage[], threadId: string): LoadedThread;
}

export interface LoadedThread {
  /** Begins to show it. Measured until its end is on the screen. */
  mount(root: HTMLElement): Chat;
}

/** A thread on the page. */
export interface Chat {
  /**
   * Asks a question; resolves once the answer may begin. `deltas` is the whole answer in its pieces: whatever they
   * travel as is made of them now, which is not measured.
   */
  ask(deltas: readonly string[]): Promise<Answer>;
}

export interface Answer {
  /** The piece with this index arrives. In order, each once. */
  push(index: number): void;
  /** The answer is complete, with as many pieces as were pushed. */
  end(): void;
}
