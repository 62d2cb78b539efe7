'use client';

import type { RunObject, RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import type { PartProps } from '../internals/render-part.tsx';
import type { TimelineOptions } from './timeline-of.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { useCallsLabel } from './use-calls-label.ts';

export interface RunTimelineProps extends Omit<PartProps<'div'>, 'children'>, TimelineOptions {
  run: RunObject;
  /** Oldest first; the steps in which messages were written belong to them. */
  steps: readonly RunStepObject[];
  /** The backend's time in Unix milliseconds, ticking while the run lives. @defaultValue 0 */
  nowMs?: number | undefined;
  /** The step whose row is marked. Selector: `[data-marked]`. */
  markedStepId?: string | undefined;
}

/**
 * A picture of where a run's time went: a row for each thing it did, with its words, its bar and its time. Rows
 * carry `data-step-id`. Renders a `<div>`.
 */
export function RunTimeline(props: RunTimelineProps): ReactNode {
  return <TimelinePicture {...props} callsLabel={useCallsLabel()} />;
}
