'use client';

import type { RunStepObject, RunStepStatus, StepToolCall, ToolCallState } from '@threadkit/core';
import type { ComponentProps, ReactNode } from 'react';
import { formatDuration } from '../internals/format.ts';
import { lazyPart } from '../internals/lazy-part.tsx';
import { loadLazyParts, preloadLazyParts } from '../load-lazy-parts.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { type Decision, describeToolCall, hasDetails } from './describe-tool-call.ts';
import * as RunStep from './run-step/index.ts';
import { useToolView } from './tool-views-context.tsx';

/** Props of `ToolCall`. */
export interface ToolCallProps extends Omit<ComponentProps<typeof RunStep.Root>, 'icon' | 'status'> {
  /** The call in the run step. */
  call: StepToolCall;
  /** The status of the step of the call. */
  stepStatus: RunStepStatus;
  /**
   * The stored step of the call. With it, passages of a file search are loaded when a person opens a result; needs a `ThreadkitProvider`.
   * @defaultValue none: only the passages in the call are shown
   */
  step?: Pick<RunStepObject, 'id' | 'run_id' | 'thread_id'> | undefined;
  /** The state of the call in this page, if it has one. */
  live?: ToolCallState | undefined;
  /** Elapsed milliseconds. */
  durationMs?: number | undefined;
  /** The user's decision. */
  decision?: Decision | undefined;
}

const ToolCallDetails = lazyPart(loadLazyParts, (parts) => parts.ToolCallDetails);

/** A tool call: a row on the thread line that expands to its input and output. Renders a `<div>`. */
export function ToolCall({
  call,
  stepStatus,
  step,
  live,
  durationMs,
  decision,
  ...props
}: ToolCallProps): ReactNode {
  const strings = useStrings();
  const view = useToolView(call.type === 'function' ? call.function.name : '');
  const description = describeToolCall({ call, stepStatus, live, view, decision }, strings);
  const customView = (live && view?.render?.({ call: live })) ?? null;
  const isExpandable = customView === null && hasDetails(call);
  const details = [description.detail, description.note ?? ''].filter(Boolean);
  const row = (
    <>
      <RunStep.Label>{description.label}</RunStep.Label>
      <RunStep.Detail>{strings.tool.joinValues(details)}</RunStep.Detail>
      {durationMs !== undefined && durationMs >= 1 && (
        <RunStep.Duration>{formatDuration(durationMs, strings.languageTag)}</RunStep.Duration>
      )}
    </>
  );
  return (
    <RunStep.Root icon={description.icon} status={description.progress} {...props}>
      {isExpandable ? (
        <>
          <RunStep.Trigger onPointerEnter={preloadLazyParts} onFocus={preloadLazyParts}>
            {row}
          </RunStep.Trigger>
          <RunStep.Content>
            <ToolCallDetails call={call} stepStatus={stepStatus} step={step} live={live} />
          </RunStep.Content>
        </>
      ) : (
        <RunStep.Row>{row}</RunStep.Row>
      )}
      {customView !== null && <div data-slot="tool-call-view">{customView}</div>}
    </RunStep.Root>
  );
}
