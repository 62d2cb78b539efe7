'use client';

import type { ToolCallState as LiveToolCall, RunStepObject } from '@threadkit/core';
import { useTimelineRunStep, useToolCalls } from '@threadkit/react';
import type { ReactNode } from 'react';
import { asksPerson } from '../../tool/approval/describe-approval.ts';
import { ToolCall } from '../../tool/tool-call.tsx';
import { useChat } from '../chat-context.ts';
import { Contained } from '../contained.tsx';
import { useServerNow } from './use-server-now.ts';

/** The calls of one step, a row each. A call that asks the person stands in the approval instead. */
export function RunItemStep({ runId, stepId }: { runId: string; stepId: string }): ReactNode {
  const { controller, decisions } = useChat('RunItemStep');
  const step = useTimelineRunStep({ controller, runId, stepId });
  const live = useToolCalls({ controller, runId });
  if (step?.step_details.type !== 'tool_calls') return null;
  return step.step_details.tool_calls.map((call) => {
    const own = live.find(({ id }) => id === call.id);
    if (own && asksPerson(own)) return null;
    return (
      <Contained key={call.id} readText={() => JSON.stringify(call, undefined, 2)} resetKey={step.status}>
        <TimedCall step={step} live={own}>
          {(durationMs) => (
            <ToolCall
              data-step-id={step.id}
              call={call}
              stepStatus={step.status}
              live={own}
              durationMs={durationMs}
              decision={decisions.get(call.id)}
            />
          )}
        </TimedCall>
      </Contained>
    );
  });
}

interface TimedCallProps {
  step: RunStepObject;
  live: LiveToolCall | undefined;
  children: (durationMs: number | undefined) => ReactNode;
}

/** The step's time: fixed once it has ended, ticking while it runs, none while it waits for someone. */
function TimedCall({ step, live, children }: TimedCallProps): ReactNode {
  const end = step.completed_at ?? step.failed_at ?? step.cancelled_at;
  const ticks = end === null && (live === undefined || live.state === 'running');
  const now = useServerNow(ticks ? 1000 : undefined);
  if (end !== null) return children((end - step.created_at) * 1000);
  return children(ticks ? Math.max(0, now - step.created_at * 1000) : undefined);
}
