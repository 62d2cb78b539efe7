import type { RunObject } from '@threadkit/core';

/** Milliseconds from a run's creation to its end; 0 while it lives. The wire knows whole seconds only. */
export function runDurationMs(run: RunObject): number {
  const end = run.completed_at ?? run.failed_at ?? run.cancelled_at;
  return end === null ? 0 : Math.max(0, end - run.created_at) * 1000;
}
