import type { MessageObject, RunObject, RunStepObject } from '../api/index.ts';

/** One run as it is known so far: what the reducer folds events into. Never mutated. */
export interface RunState {
  readonly run: RunObject | undefined;
  /** In the order of their first event. */
  readonly messages: readonly MessageObject[];
  /** In the order of their first event, which is oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Number of the last event that had one; 0 before. */
  readonly lastSeq: number;
  /**
   * Ids of messages and steps that a poll has brought further than the stream. Where the stream's next delta belongs in
   * them nobody knows, so they wait for the terminal object: a replay must not show a text twice.
   */
  readonly polled?: ReadonlySet<string> | undefined;
}

export const EMPTY_RUN_STATE: RunState = { run: undefined, messages: [], steps: [], lastSeq: 0 };

/** Objects read by polling, oldest first: they enter the reducer as one event. */
export interface RunSnapshot {
  readonly run?: RunObject | undefined;
  readonly messages?: readonly MessageObject[] | undefined;
  readonly steps?: readonly RunStepObject[] | undefined;
}
