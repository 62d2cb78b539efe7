import type { HistoryMessage } from '../text.ts';

/** The interface between the benchmark and an implementation of a chat. */
export interface Candidate {
  /** False when the page renders nothing, so that the benchmark must not wait for text. @defaultValue true */
  readonly renders?: boolean;
  /** Converts a thread to the form in which an app has it after loading. Not measured. */
  load(history: readonly HistoryMessage[], threadId: string): LoadedThread;
}

export interface LoadedThread {
  /** Mounts the thread. Measured until its end is visible. */
  mount(root: HTMLElement): Chat;
}

/** A mounted thread. */
export interface Chat {
  /**
   * Sends a user message; resolves when the page is ready to receive the response. `deltas` are the measured deltas of
   * the response, passed in advance so that their encoding is not measured.
   */
  sendMessage(deltas: readonly string[]): Promise<StreamedResponse>;
}

export interface StreamedResponse {
  /** Delivers the delta with this index. Called in order, at most once per index. */
  push(index: number): void;
  /** Delivers text that makes the response longer and is not measured. */
  append(text: string): void;
}
