import type {
  MessageDeltaObject,
  MessageObject,
  RunObject,
  RunStepDeltaObject,
  RunStepObject,
  StreamEvent,
} from '../api/index.ts';
import { isMessageClosed, isStepClosed } from './is-closed.ts';
import { mergeMessageDelta } from './merge-message-delta.ts';
import { mergeRun, mergeSnapshot, newerStep, upsert } from './merge-snapshot.ts';
import { mergeStepDelta } from './merge-step-delta.ts';
import type { RunSnapshot, RunState } from './run-state.ts';

/** Input of the reducer: an event of the stream, numbered or not, or objects that were read by polling. */
export type RunReducerInput =
  | (StreamEvent & { seq?: number })
  | { event: 'snapshot'; data: RunSnapshot; seq?: undefined };

/**
 * Folds one event into the state of a run. Pure; returns the same reference when nothing changed.
 *
 * A live stream, a replay after a reconnect and polled snapshots end in equal states. Numbered duplicates are
 * dropped; unnumbered ones are corrected by the terminal object. "Completed" without "created", late deltas
 * and unknown event names are tolerated.
 */
export function reduceEvent(state: RunState, input: RunReducerInput): RunState {
  if (input.seq === undefined) return applyEvent(state, input);
  if (input.seq <= state.lastSeq) return state;
  return { ...applyEvent(state, input), lastSeq: input.seq };
}

function applyEvent(state: RunState, input: RunReducerInput): RunState {
  switch (input.event) {
    case 'snapshot':
      return mergeSnapshot(state, input.data);
    case 'thread.run.created':
    case 'thread.run.queued':
    case 'thread.run.in_progress':
    case 'thread.run.requires_action':
    case 'thread.run.completed':
    case 'thread.run.incomplete':
    case 'thread.run.failed':
    case 'thread.run.cancelling':
    case 'thread.run.cancelled':
    case 'thread.run.expired':
      return withRun(state, input.data);
    case 'thread.run.step.created':
    case 'thread.run.step.in_progress':
    case 'thread.run.step.completed':
    case 'thread.run.step.failed':
    case 'thread.run.step.cancelled':
    case 'thread.run.step.expired':
      return withStep(state, input.data);
    case 'thread.run.step.delta':
      return withStepDelta(state, input.data);
    case 'thread.message.created':
    case 'thread.message.in_progress':
    case 'thread.message.completed':
    case 'thread.message.incomplete':
      return withMessage(state, input.data);
    case 'thread.message.delta':
      return withMessageDelta(state, input.data);
    default:
      return state;
  }
}

function withRun(state: RunState, data: RunObject): RunState {
  const run = mergeRun(state.run, data);
  return run === state.run ? state : { ...state, run };
}

/** `created` and `in_progress` come as a pair of equal objects: the second must not undo deltas. */
function withMessage(state: RunState, data: MessageObject): RunState {
  const messages = upsert(state.messages, data, (before, after) =>
    isMessageClosed(after) && !isMessageClosed(before) ? after : before,
  );
  return messages === state.messages ? state : { ...state, messages };
}

function withStep(state: RunState, data: RunStepObject): RunState {
  const steps = upsert(state.steps, data, (before, after) =>
    isStepClosed(after) ? newerStep(before, after) : before,
  );
  return steps === state.steps ? state : { ...state, steps };
}

function withMessageDelta(state: RunState, delta: MessageDeltaObject): RunState {
  const index = state.messages.findLastIndex(({ id }) => id === delta.id);
  const before = state.messages[index];
  // The message is unknown: the terminal object brings its whole text.
  if (!before || isMessageClosed(before) || state.polled?.has(delta.id)) return state;
  const after = mergeMessageDelta(before, delta);
  return after === before ? state : { ...state, messages: state.messages.with(index, after) };
}

function withStepDelta(state: RunState, delta: RunStepDeltaObject): RunState {
  const index = state.steps.findLastIndex(({ id }) => id === delta.id);
  const before = state.steps[index];
  if (!before || isStepClosed(before) || state.polled?.has(delta.id)) return state;
  const after = mergeStepDelta(before, delta);
  return after === before ? state : { ...state, steps: state.steps.with(index, after) };
}
