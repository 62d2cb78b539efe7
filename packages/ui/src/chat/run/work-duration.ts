import type { RunStepObject } from '@threadkit/core';

/** Milliseconds from the first step's start to the last one's end; 0 where no step has ended. */
export function workDurationMs(steps: readonly RunStepObject[]): number {
  const starts = steps.map((step) => step.created_at);
  const ends = steps.flatMap((step) => step.completed_at ?? step.failed_at ?? step.cancelled_at ?? []);
  return ends.length === 0 ? 0 : Math.max(0, Math.max(...ends) - Math.min(...starts)) * 1000;
}
