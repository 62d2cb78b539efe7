'use client';

import type { RunObject, RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { RunTimeline } from '../run-timeline/run-timeline.tsx';
import type { TimelineOptions } from '../run-timeline/timeline-of.ts';
import type { TokenPrices } from '../run-usage/cost-of.ts';
import { RunUsage } from '../run-usage/run-usage.tsx';
import { useStepMarks } from './use-step-marks.ts';

export interface RunDetailsProps extends TimelineOptions {
  run: RunObject;
  steps: readonly RunStepObject[];
  prices: TokenPrices | undefined;
}

/** What a receipt opens: where the time went, and the tokens. Loaded when it is first opened. */
export default function RunDetails({ run, steps, asked, prices }: RunDetailsProps): ReactNode {
  const { ref, markedStepId } = useStepMarks();
  return (
    <>
      <RunTimeline ref={ref} run={run} steps={steps} asked={asked} markedStepId={markedStepId} />
      <RunUsage usage={run.usage} prices={prices} />
    </>
  );
}
