import type { RunObject } from '@threadkit/core';

/** Milliseconds from a run's creation to its end, in whole seconds as the API reports them. 0 for an active run. */
export function runDurationMs(run: RunObject): number {
  const end = run.completed_at ?? run.failed_at ?? run.cancelled_at;
  return end === null ? 0 : Math.max(0, end - run.created_at) * 1000;
}
