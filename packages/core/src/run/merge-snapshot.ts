import type { MessageObject, RunObject, RunStepObject } from '../api/index.ts';
import { isTerminal } from '../api/run-status.ts';
import { isMessageClosed, isStepClosed } from './is-closed.ts';
import { asRunOf } from './is-of-run.ts';
import type { RunSnapshot, RunState } from './run-state.ts';

/**
 * Merges objects that were read by polling. Monotone: a terminal object never changes back, a terminal object replaces an
 * open one, and of two open texts the longer one wins, because a poll may be older than the stream beside it.
 */
export function mergeSnapshot(state: RunState, snapshot: RunSnapshot): RunState {
  const run = snapshot.run ? mergeRun(state.run, snapshot.run) : state.run;
  // Once the run has ended, stored messages are complete, also where hosts omit a message's status.
  const hasEnded = isTerminal(snapshot.run);
  const messages = mergeList(state.messages, snapshot.messages, (before, after) =>
    hasEnded && !isMessageClosed(before) ? after : newerMessage(before, after),
  );
  const steps = mergeList(state.steps, snapshot.steps, newerStep);
  if (run === state.run && messages === state.messages && steps === state.steps) return state;
  const before = new Set<unknown>([...state.messages, ...state.steps]);
  const taken = [...messages, ...steps].filter((item) => !before.has(item)).map(({ id }) => id);
  return { ...state, run, messages, steps, polled: new Set([...(state.polled ?? []), ...taken]) };
}

/** A terminal run never changes back; otherwise the newer object wins. */
export function mergeRun(before: RunObject | undefined, after: RunObject): RunObject {
  if (!before) return after;
  return isTerminal(before) ? before : (asRunOf(before.thread_id, after) ?? after);
}

function newerMessage(before: MessageObject, after: MessageObject): MessageObject {
  if (isMessageClosed(before)) return before;
  if (isMessageClosed(after)) return after;
  return textLength(after) > textLength(before) ? after : before;
}

/** A closed step replaces an open one, and the text of reasoning is never replaced by a shorter one. */
export function newerStep(before: RunStepObject, after: RunStepObject): RunStepObject {
  if (isStepClosed(before)) return withLongerReasoning(before, after);
  if (isStepClosed(after)) return withLongerReasoning(after, before);
  return stepLength(after) > stepLength(before) ? after : before;
}

/** Servers need not keep reasoning: a stored step without its text must not remove the text that was streamed. */
function withLongerReasoning(step: RunStepObject, other: RunStepObject): RunStepObject {
  const { step_details: details } = other;
  const isLonger = details.type === 'reasoning' && stepLength(other) > stepLength(step);
  return isLonger ? { ...step, step_details: details } : step;
}

/** A snapshot is ordered and complete at its time: objects known only from the stream are newer. */
function mergeList<T extends { id: string }>(
  before: readonly T[],
  incoming: readonly T[] | undefined,
  newer: (before: T, after: T) => T,
): readonly T[] {
  if (!incoming?.length) return before;
  const known = new Map(before.map((item) => [item.id, item]));
  const merged = incoming.map((item) => {
    const mine = known.get(item.id);
    known.delete(item.id);
    return mine ? newer(mine, item) : item;
  });
  merged.push(...known.values());
  const isSame = merged.length === before.length && merged.every((item, index) => item === before[index]);
  return isSame ? before : merged;
}

/** Inserts or replaces an object by id. Returns the same list when `choose` keeps the old object. */
export function upsert<T extends { id: string }>(
  list: readonly T[],
  item: T,
  choose: (before: T, after: T) => T,
): readonly T[] {
  const index = list.findIndex(({ id }) => id === item.id);
  const before = list[index];
  if (!before) return [...list, item];
  const chosen = choose(before, item);
  return chosen === before ? list : list.with(index, chosen);
}

function textLength({ content }: MessageObject): number {
  return content.reduce((length, part) => length + partLength(part), 0);
}

function partLength(part: MessageObject['content'][number]): number {
  if (part.type === 'text') return part.text.value.length;
  return part.type === 'refusal' ? part.refusal.length : 1;
}

function stepLength({ step_details: details }: RunStepObject): number {
  if (details.type === 'reasoning') return details.reasoning.text.length;
  return details.type === 'tool_calls' ? JSON.stringify(details.tool_calls).length : 0;
}
