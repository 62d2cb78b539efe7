'use client';

import type { RunObject, RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { useStepHighlight } from './step-highlight.tsx';
import type { RunTimelineOptions } from './timeline/build-run-timeline-rows.ts';
import { RunTimeline } from './timeline/run-timeline.tsx';
import type { TokenPrices } from './usage/calculate-cost.ts';
import { RunUsage } from './usage/run-usage.tsx';

export interface RunDetailsProps extends RunTimelineOptions {
  run: RunObject;
  steps: readonly RunStepObject[];
  prices: TokenPrices | undefined;
}

/** The details of a run: its timeline and its tokens. Loaded when first opened. */
export function RunDetails({ prices, ...timeline }: RunDetailsProps): ReactNode {
  const { stepId, setStepId } = useStepHighlight();
  return (
    <>
      <RunTimeline highlightedStepId={stepId} onHighlightStep={setStepId} {...timeline} />
      <RunUsage usage={timeline.run.usage} prices={prices} />
    </>
  );
}
