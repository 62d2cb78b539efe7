'use client';

import type { ToolCallState as LiveToolCall, RunStepStatus, StepToolCall } from '@threadkit/core';
import type { ComponentProps, ReactNode } from 'react';
import { formatDuration } from '../internals/format.ts';
import { lazyPart, preloadLazyParts } from '../internals/lazy-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { type Decision, describeToolCall } from './describe-tool-call.ts';
import { hasBlock } from './has-block.ts';
import * as RunStep from './run-step/index.ts';
import { useToolView } from './tool-views-context.tsx';

export interface ToolCallProps extends Omit<ComponentProps<typeof RunStep.Root>, 'icon' | 'status'> {
  /** The call as the run step holds it. */
  call: StepToolCall;
  stepStatus: RunStepStatus;
  /** The page's own knowledge of a function call, while there is any. */
  live?: LiveToolCall | undefined;
  /** Milliseconds it took, or has taken so far. */
  durationMs?: number | undefined;
  /** What the person decided about it. */
  decision?: Decision | undefined;
}

const ToolCallBlock = lazyPart((parts) => parts.ToolCallBlock);

/** One tool call: a row on the thread line that opens to what went in and what came out. */
export function ToolCall({
  call,
  stepStatus,
  live,
  durationMs,
  decision,
  ...props
}: ToolCallProps): ReactNode {
  const strings = useStrings();
  const view = useToolView(call.type === 'function' ? call.function.name : '');
  const described = describeToolCall({ call, stepStatus, live, view, decision }, strings);
  const own = live && view?.render ? view.render({ call: live }) : undefined;
  const opens = (own === undefined || own === null) && hasBlock(call);
  const told = [described.detail, described.note ?? ''].filter((part) => part !== '');
  const row = (
    <>
      <RunStep.Label>{described.label}</RunStep.Label>
      <RunStep.Detail>{strings.tool.detail(told)}</RunStep.Detail>
      {durationMs !== undefined && durationMs >= 1 && (
        <RunStep.Duration>{formatDuration(durationMs, strings.locale)}</RunStep.Duration>
      )}
    </>
  );
  return (
    <RunStep.Root icon={described.icon} status={described.progress} {...props}>
      {opens ? (
        <RunStep.Trigger onPointerEnter={preloadLazyParts} onFocus={preloadLazyParts}>
          {row}
        </RunStep.Trigger>
      ) : (
        <RunStep.Row>{row}</RunStep.Row>
      )}
      {opens && (
        <RunStep.Content>
          <ToolCallBlock call={call} live={live} />
        </RunStep.Content>
      )}
      {own !== undefined && own !== null && <div data-slot="tool-call-view">{own}</div>}
    </RunStep.Root>
  );
}
