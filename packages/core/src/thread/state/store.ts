import type { Environment } from '../../environment/environment.ts';
import type { Subscribable } from '../types.ts';
import { createSubscribers } from './subscribers.ts';

/** One immutable value with subscribers. Reads see a change at once; subscribers are called at most once a frame. */
export interface Store<S> extends Subscribable<S> {
  update(change: (state: S) => S): void;
  /** Calls the subscribers now: after an action of the user, whose effect must not wait for a frame. */
  flush(): void;
}

/** @param onUpdate - Called at once after every change, with or without subscribers. */
export function createStore<S>(
  initial: S,
  { schedule }: Pick<Environment, 'schedule'>,
  onUpdate: (state: S) => void,
): Store<S> {
  let state = initial;
  let isScheduled = false;
  let isDirty = false;
  const subscribers = createSubscribers();

  const flush = (): void => {
    isScheduled = false;
    if (!isDirty) return;
    isDirty = false;
    subscribers.notify();
  };

  return {
    getSnapshot: () => state,
    subscribe: subscribers.add,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      isDirty = true;
      onUpdate(state);
      if (isScheduled || subscribers.size === 0) return;
      isScheduled = true;
      schedule(flush);
    },
    flush,
  };
}
