import { type SetTimer, settleWithin } from '../shared/timers.ts';

/** How long a closing server waits for responses. A request that waits for its caller must not keep it open. */
const GRACE_MS = 1000;

/** The requests that have no response yet. */
export interface ActiveRequests {
  /** Counts the request as active until its response begins. */
  add<T>(responding: Promise<T>): Promise<T>;
  /** Resolves when there are none, after a second at the latest. */
  settle(): Promise<void>;
}

export function createActiveRequests(setTimer: SetTimer): ActiveRequests {
  const active = new Set<Promise<unknown>>();
  return {
    async add(responding) {
      active.add(responding);
      try {
        return await responding;
      } finally {
        active.delete(responding);
      }
    },
    async settle() {
      if (active.size === 0) return;
      await settleWithin(Promise.allSettled(active), GRACE_MS, () => {}, setTimer);
    },
  };
}
