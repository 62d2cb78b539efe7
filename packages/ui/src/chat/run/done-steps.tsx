'use client';

import type { RunObject } from '@threadkit/core';
import { useRunSteps } from '@threadkit/react';
import type { ReactNode } from 'react';
import { RunSteps } from '../../run/run-steps.tsx';
import { countCalls } from './count-calls.ts';
import { workDurationMs } from './work-duration.ts';

export interface DoneStepsProps {
  run: RunObject;
  stepIds: readonly string[];
  children: ReactNode;
}

/** Steps of a run that has ended: many fold to one row that says how long they took. */
export function DoneSteps({ run, stepIds, children }: DoneStepsProps): ReactNode {
  const all = useRunSteps({ threadId: run.thread_id, runId: run.id }).data ?? [];
  const steps = all.filter(({ id }) => stepIds.includes(id));
  return (
    <RunSteps isDone count={countCalls(steps)} durationMs={workDurationMs(steps)}>
      {children}
    </RunSteps>
  );
}
