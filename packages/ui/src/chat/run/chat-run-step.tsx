'use client';

import { useTimelineRunStep, useToolCalls } from '@threadkit/react';
import type { ReactNode } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { useStepRowProps } from '../../run/step-highlight.tsx';
import { needsDecision } from '../../tool/approval/describe-approval.ts';
import * as RunStep from '../../tool/run-step/index.ts';
import { ToolCall } from '../../tool/tool-call.tsx';
import { useChat } from '../chat-context.ts';
import { RenderBoundary } from '../render-boundary.tsx';
import { useRunContext } from './run-context.ts';
import { TimedStep } from './timed-step.tsx';

/** If loading fails, the responses stay readable. */
const ChatReasoning = lazyPart(
  loadLazyParts,
  (parts) => parts.ChatReasoning,
  () => null,
);

/** Props of `Chat.RunStep`. */
export interface ChatRunStepProps {
  /** The id of a step of the run around this part. */
  stepId: string;
}

/**
 * The tool calls of one step of the run, a row each, or its reasoning. Calls that wait for the user are in the approval instead.
 * Renders the rows side by side.
 */
export function ChatRunStep({ stepId }: ChatRunStepProps): ReactNode {
  const { components, decisions } = useChat('Chat.RunStep');
  const { ToolCall: Call = ToolCall } = components;
  const { runId } = useRunContext('Chat.RunStep');
  const step = useTimelineRunStep({ runId, stepId });
  const states = useToolCalls({ runId });
  const rowProps = useStepRowProps(stepId);
  if (step?.step_details.type === 'reasoning') {
    // An empty row keeps its place while it loads.
    return (
      <ChatReasoning step={step}>
        <RunStep.Row />
      </ChatReasoning>
    );
  }
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
        <TimedStep step={step} isRunning={live === undefined || live.state === 'running'}>
          {(durationMs) => (
            <Call
              {...rowProps}
              data-step-id={step.id}
              call={call}
              stepStatus={step.status}
              step={step}
              live={live}
              durationMs={durationMs}
              decision={decisions.get(call.id)}
            />
          )}
        </TimedStep>
      </RenderBoundary>
    );
  });
}
