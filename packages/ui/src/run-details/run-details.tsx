'use client';

import type { RunObject, RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import type { TimelineOptions } from '../run-timeline/timeline-of.ts';
import { TimelinePicture } from '../run-timeline/timeline-picture.tsx';
import type { TokenPrices } from '../run-usage/cost-of.ts';
import { RunUsage } from '../run-usage/run-usage.tsx';
import { useStepMarks } from './use-step-marks.ts';

export interface RunDetailsProps extends TimelineOptions {
  run: RunObject;
  steps: readonly RunStepObject[];
  prices: TokenPrices | undefined;
  callsLabel: (step: RunStepObject) => string;
}

/** What a receipt opens: where the time went, and the tokens. Loaded when it is first opened. */
export default function RunDetails({ prices, ...timeline }: RunDetailsProps): ReactNode {
  const { ref, markedStepId } = useStepMarks();
  return (
    <>
      <TimelinePicture ref={ref} markedStepId={markedStepId} {...timeline} />
      <RunUsage usage={timeline.run.usage} prices={prices} />
    </>
  );
}
