import type { MessageObject, RunObject, RunStepObject } from '../api/index.ts';

/** The state of one run that the reducer folds events into. Immutable. */
export interface RunState {
  readonly run: RunObject | undefined;
  /** Ordered by their first event. */
  readonly messages: readonly MessageObject[];
  /** Ordered by their first event: oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Sequence number of the last numbered event; 0 before the first. */
  readonly lastSeq: number;
  /**
   * Ids of messages and steps for which a poll was ahead of the stream. The position of the stream's next delta in them is
   * unknown, so their deltas are ignored until the terminal object: a replay must not repeat text.
   */
  readonly polled?: ReadonlySet<string> | undefined;
}

/** The initial state of `reduceEvent`. Public, because an app that folds events by itself starts with it. */
export const EMPTY_RUN_STATE: RunState = { run: undefined, messages: [], steps: [], lastSeq: 0 };

/** Objects read by polling, oldest first. The reducer takes them as one event. */
export interface RunSnapshot {
  readonly run?: RunObject | undefined;
  readonly messages?: readonly MessageObject[] | undefined;
  readonly steps?: readonly RunStepObject[] | undefined;
}
