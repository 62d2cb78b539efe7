'use client';

import type { RunStepObject, ToolCallState } from '@threadkit/core';
import { useTimelineRunStep, useToolCalls } from '@threadkit/react';
import type { ReactNode } from 'react';
import { useStepRowProps } from '../../run/step-highlight.tsx';
import { needsDecision } from '../../tool/approval/describe-approval.ts';
import { ToolCall } from '../../tool/tool-call.tsx';
import { useChat } from '../chat-context.ts';
import { RenderBoundary } from '../render-boundary.tsx';
import { useRunContext } from './run-context.ts';
import { useServerNow } from './server-clock.ts';

/** Props of `Chat.RunStep`. */
export interface ChatRunStepProps {
  /** The id of a step of the run around this part. */
  stepId: string;
}

/**
 * The tool calls of one step of the run, a row each. Calls that wait for the user are in the approval instead. Renders the
 * rows side by side.
 */
export function ChatRunStep({ stepId }: ChatRunStepProps): ReactNode {
  const { components, decisions } = useChat('Chat.RunStep');
  const { ToolCall: Call = ToolCall } = components;
  const { runId } = useRunContext('Chat.RunStep');
  const step = useTimelineRunStep({ runId, stepId });
  const states = useToolCalls({ runId });
  const rowProps = useStepRowProps(stepId);
  if (step?.step_details.type !== 'tool_calls') return null;
  return step.step_details.tool_calls.map((call) => {
    const live = states.find(({ id }) => id === call.id);
    if (live && needsDecision(live)) return null;
    return (
      <RenderBoundary
        key={call.id}
        readText={() => JSON.stringify(call, undefined, 2)}
        resetKey={step.status}
      >
        <TimedCall step={step} live={live}>
          {(durationMs) => (
            <Call
              {...rowProps}
              data-step-id={step.id}
              call={call}
              stepStatus={step.status}
              live={live}
              durationMs={durationMs}
              decision={decisions.get(call.id)}
            />
          )}
        </TimedCall>
      </RenderBoundary>
    );
  });
}

interface TimedCallProps {
  step: RunStepObject;
  live: ToolCallState | undefined;
  children: (durationMs: number | undefined) => ReactNode;
}

/** The duration of a step: fixed once it has ended, ticking while it runs, none while it waits for the user. */
function TimedCall({ step, live, children }: TimedCallProps): ReactNode {
  const end = step.completed_at ?? step.failed_at ?? step.cancelled_at ?? step.expired_at ?? null;
  const ticks = end === null && (live === undefined || live.state === 'running');
  const now = useServerNow(ticks ? 1000 : undefined);
  if (end !== null) return children((end - step.created_at) * 1000);
  return children(ticks ? Math.max(0, now - step.created_at * 1000) : undefined);
}
