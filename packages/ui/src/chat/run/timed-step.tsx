'use client';

import type { RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { useServerNow } from './server-clock.ts';

export interface TimedStepProps {
  step: RunStepObject;
  /** The step is neither waiting for the user nor left open by an ended run. */
  isRunning: boolean;
  children: (durationMs: number | undefined) => ReactNode;
}

/** The duration of a step: fixed once it has ended, ticking while it runs, otherwise none. */
export function TimedStep({ step, isRunning, children }: TimedStepProps): ReactNode {
  const end = step.completed_at ?? step.failed_at ?? step.cancelled_at ?? step.expired_at ?? null;
  const ticks = end === null && isRunning;
  const now = useServerNow(ticks ? 1000 : undefined);
  if (end !== null) return children((end - step.created_at) * 1000);
  return children(ticks ? Math.max(0, now - step.created_at * 1000) : undefined);
}
