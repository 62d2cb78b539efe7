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
   * Asks a question; resolves once the answer may begin. `deltas` are the pieces of it that are measured: whatever
   * they travel as is made of them now, which is not.
   */
  ask(deltas: readonly string[]): Promise<Answer>;
}

export interface Answer {
  /** The piece with this index arrives. In order, each once at most. */
  push(index: number): void;
  /** Text arrives that is only there to make the answer longer. */
  add(text: string): void;
}
