import { isActive } from '../run/run-status.ts';
import type { Subscribable } from './state/thread-snapshot.ts';
import type { ThreadState } from './state/thread-state.ts';

/** What goes on in a thread, as far as this page knows: a run works, or it waits for the person. */
export type ThreadActivity = 'running' | 'waiting';

/** By thread id. Threads where nothing goes on are not in it. */
export type Activities = ReadonlyMap<string, ThreadActivity>;

/** Keeps who is busy. Reading it never makes a controller look at its thread, as subscribing to one would. */
export interface ActivityBoard extends Subscribable<Activities> {
  set(threadId: string, activity: ThreadActivity | undefined): void;
  clear(): void;
}

/** Tells of a thread's activity when it may be another one. Deltas make most changes, and none of these. */
export function createActivityReporter(
  tell: (threadId: string, activity: ThreadActivity | undefined) => void,
): (state: ThreadState) => void {
  let last: ThreadState | undefined;
  return (state) => {
    const before = last;
    last = state;
    const isSame =
      before?.threadId === state.threadId &&
      before?.isSending === state.isSending &&
      before.current.run === state.current.run &&
      before.calls === state.calls;
    if (!isSame && state.threadId !== undefined) tell(state.threadId, activityOf(state));
  };
}

export function activityOf({ isSending, current, calls }: ThreadState): ThreadActivity | undefined {
  if (!isSending && !isActive(current.run)) return undefined;
  const isAsked = [...calls.values()].some(
    (call) => call.state === 'waiting' && call.waitReason !== 'unregistered',
  );
  return isAsked ? 'waiting' : 'running';
}

export function createActivityBoard(): ActivityBoard {
  let activities: Activities = new Map();
  const watchers = new Set<() => void>();

  function replace(next: Activities): void {
    activities = next;
    for (const watcher of watchers) watcher();
  }

  return {
    getSnapshot: () => activities,
    subscribe(onChange) {
      // A wrapper of its own, so that one function may watch twice and leave once.
      const watcher = (): void => onChange();
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    set(threadId, activity) {
      if (activities.get(threadId) === activity) return;
      const next = new Map(activities);
      if (activity === undefined) next.delete(threadId);
      else next.set(threadId, activity);
      replace(next);
    },
    clear() {
      if (activities.size > 0) replace(new Map());
    },
  };
}
