'use client';

import type { RunObject, RunStepObject } from '@threadkit/core';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { formatClock, formatCount, formatDuration } from '../../internals/format.ts';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { stepRowProps } from '../step-highlight.tsx';
import {
  buildRunTimelineRows,
  type RunTimelineOptions,
  type RunTimelineRow,
} from './build-run-timeline-rows.ts';
import { type TimeScale, timeScale } from './time-scale.ts';
import { useStepLabel } from './use-step-label.ts';

/** Props of `RunTimeline`. */
export interface RunTimelineProps
  extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>,
    RunTimelineOptions {
  /** The run. Its creation time is the start of the scale. */
  run: RunObject;
  /** All steps of the run, including those that created messages. Oldest first. */
  steps: readonly RunStepObject[];
  /** The current time of the backend in Unix milliseconds, for an active run. @defaultValue 0 */
  nowMs?: number | undefined;
  /** Id of the highlighted step. Selector: `[data-highlighted]`. */
  highlightedStepId?: string | undefined;
  /** Called when the pointer or the focus enters the row of a step, and with `undefined` when it leaves. */
  onHighlightStep?: ((stepId: string | undefined) => void) | undefined;
}

/**
 * A timeline of a run: one row per step, with label, bar and duration, and one for the time in the queue. Rows have
 * `data-step-id`. Renders a `<div>`.
 */
export function RunTimeline({
  run,
  steps,
  nowMs = 0,
  waitedForApproval,
  highlightedStepId,
  onHighlightStep,
  ...props
}: RunTimelineProps): ReactNode {
  const strings = useStrings();
  const stepLabel = useStepLabel();
  const rows = buildRunTimelineRows(run, steps, nowMs, { waitedForApproval });
  const scale = timeScale(Math.max(0, ...rows.map(({ endMs }) => endMs)));
  const labelOf = ({ label, step }: RunTimelineRow): string => {
    if (label === 'queued') return strings.run.queued;
    if (label === 'waiting') return strings.run.status.requires_action;
    return label === 'response' || step === undefined ? strings.run.response : stepLabel(step);
  };
  return renderPart('div', 'run-timeline', {
    role: 'group',
    'aria-label': strings.run.timeline,
    ...props,
    children: (
      <>
        <ol data-slot="run-timeline-rows">
          {rows.map((row) => (
            <TimelineRow
              key={row.key}
              row={row}
              scale={scale}
              label={labelOf(row)}
              rowProps={stepRowProps(row.step?.id, { stepId: highlightedStepId, setStepId: onHighlightStep })}
            />
          ))}
        </ol>
        <Axis scale={scale} />
      </>
    ),
  });
}

interface TimelineRowProps {
  row: RunTimelineRow;
  scale: TimeScale;
  label: string;
  rowProps: ReturnType<typeof stepRowProps>;
}

function TimelineRow({ row, scale, label, rowProps }: TimelineRowProps): ReactNode {
  const strings = useStrings();
  const id = useId();
  const lastedMs = row.endMs - row.startMs;
  const bar = useRef<HTMLSpanElement>(null);
  const start = `${(row.startMs / scale.spanMs) * 100}%`;
  const length = `${(lastedMs / scale.spanMs) * 100}%`;
  // Not a `style` prop: a content security policy may refuse style attributes.
  useLayoutEffect(() => {
    bar.current?.style.setProperty('--tk--bar-start', start);
    bar.current?.style.setProperty('--tk--bar-length', length);
  }, [start, length]);
  return (
    <li
      data-slot="run-timeline-row"
      data-kind={row.kind}
      data-step-id={row.step?.id}
      {...rowProps}
      aria-labelledby={id}
    >
      <span id={id} data-slot="run-timeline-label" title={label}>
        {label}
      </span>
      <span data-slot="run-timeline-track" aria-hidden="true">
        <span ref={bar} data-slot="run-timeline-bar" />
      </span>
      <span data-slot="run-timeline-duration">
        {lastedMs > 0 ? formatDuration(lastedMs, strings.languageTag) : strings.run.underOneSecond}
      </span>
    </li>
  );
}

/** Labels of the axis. Hidden from screen readers, because each row contains its duration. */
function Axis({ scale }: { scale: TimeScale }): ReactNode {
  const { languageTag } = useStrings();
  const isShort = scale.spanMs < 60_000;
  const format = (ms: number): string => {
    if (!isShort) return formatClock(ms, languageTag);
    return ms === scale.spanMs ? formatDuration(ms, languageTag) : formatCount(ms / 1000, languageTag);
  };
  return (
    <div data-slot="run-timeline-axis" aria-hidden="true">
      <span data-slot="run-timeline-ticks">
        {scale.ticksMs.map((ms) => (
          <span key={ms}>{format(ms)}</span>
        ))}
      </span>
    </div>
  );
}
