'use client';

import type { RunObject, RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { RunTimeline } from './timeline/run-timeline.tsx';
import type { TimelineOptions } from './timeline/timeline-of.ts';
import type { TokenPrices } from './usage/cost-of.ts';
import { RunUsage } from './usage/run-usage.tsx';
import { useStepMarks } from './use-step-marks.ts';

export interface RunDetailsProps extends TimelineOptions {
  run: RunObject;
  steps: readonly RunStepObject[];
  prices: TokenPrices | undefined;
}

/** What a receipt opens: where the time went, and the tokens. Loaded when it is first opened: most receipts never are. */
export function RunDetails({ prices, ...timeline }: RunDetailsProps): ReactNode {
  const { ref, markedStepId } = useStepMarks();
  return (
    <>
      <RunTimeline ref={ref} markedStepId={markedStepId} {...timeline} />
      <RunUsage usage={timeline.run.usage} prices={prices} />
    </>
  );
}
