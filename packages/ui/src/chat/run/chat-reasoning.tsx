'use client';

import type { RunStepObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Reasoning } from '../../run/reasoning/reasoning.tsx';
import { useStepRowProps } from '../../run/step-highlight.tsx';
import { useChat } from '../chat-context.ts';
import { RenderBoundary } from '../render-boundary.tsx';
import { useRunContext } from './run-context.ts';
import { TimedStep } from './timed-step.tsx';

export interface ChatReasoningProps {
  step: RunStepObject;
}

/** The reasoning of one step of the run. Loaded with the first one. */
export function ChatReasoning({ step }: ChatReasoningProps): ReactNode {
  const { Reasoning: Row = Reasoning } = useChat('Chat.RunStep').components;
  const { run, isActive } = useRunContext('Chat.RunStep');
  const rowProps = useStepRowProps(step.id);
  const { step_details: details } = step;
  const text = details.type === 'reasoning' ? details.reasoning.text : '';
  // A step that a crash left open ends with its run.
  const isLeftOpen = step.status === 'in_progress' && run !== undefined && !isActive;
  return (
    <RenderBoundary readText={() => text} resetKey={step.status}>
      <TimedStep step={step} isRunning={!isLeftOpen}>
        {(durationMs) => (
          <Row
            {...rowProps}
            data-step-id={step.id}
            text={text}
            stepStatus={isLeftOpen ? 'cancelled' : step.status}
            durationMs={durationMs}
          />
        )}
      </TimedStep>
    </RenderBoundary>
  );
}
