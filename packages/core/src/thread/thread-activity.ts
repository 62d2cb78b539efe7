import { isActive } from '../api/run-status.ts';
import { createSubscribers } from './state/subscribers.ts';
import type { ThreadState } from './state/thread-state.ts';
import type { Subscribable, ThreadActivity } from './types.ts';

/** By thread id. Idle threads are missing. */
export type Activities = ReadonlyMap<string, ThreadActivity>;

/** Collects the activity of threads. Reading it activates no controller, as subscribing to one would. */
export interface ActivityBoard extends Subscribable<Activities> {
  set(threadId: string, activity: ThreadActivity | undefined): void;
  clear(): void;
}

/** Reports a thread's activity when it may have changed. Most state changes are deltas, which never change it. */
export function createActivityReporter(
  report: ((threadId: string, activity: ThreadActivity | undefined) => void) | undefined,
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
    if (!isSame && state.threadId !== undefined) report?.(state.threadId, getActivity(state));
  };
}

export function getActivity({ isSending, current, calls }: ThreadState): ThreadActivity | undefined {
  if (!isSending && !isActive(current.run)) return undefined;
  const isWaiting = [...calls.values()].some(
    (call) => call.state === 'waiting' && call.waitReason !== 'unregistered',
  );
  return isWaiting ? 'waiting' : 'running';
}

export function createActivityBoard(): ActivityBoard {
  let activities: Activities = new Map();
  const subscribers = createSubscribers();

  function replace(next: Activities): void {
    activities = next;
    subscribers.notify();
  }

  return {
    getSnapshot: () => activities,
    subscribe: subscribers.add,
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
