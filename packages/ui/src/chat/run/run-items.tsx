'use client';

import type { RunObject } from '@threadkit/core';
import { useRunSteps } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { RunSteps } from '../../run/run-steps.tsx';
import { ChatRunStep } from './chat-run-step.tsx';
import { useRunContext } from './run-context.ts';
import { ChatRunMessage } from './run-message.tsx';
import { countCalls, groupItems, workDurationMs } from './run-metrics.ts';

/** The steps and the messages of a run, in their order. Renders these elements side by side. */
export function ChatRunItems(): ReactNode {
  const { run, isActive, items } = useRunContext('Chat.RunItems');
  // Only runs that had ended on mount collapse their steps: steps that the user has seen arrive stay in view.
  const [wasLive] = useState(isActive);
  return groupItems(items).map((group) => {
    if (group.kind === 'message') return <ChatRunMessage key={group.key} messageKey={group.key} />;
    const steps = group.stepIds.map((stepId) => <ChatRunStep key={stepId} stepId={stepId} />);
    return run && !isActive && !wasLive ? (
      <EndedSteps key={group.key} run={run} stepIds={group.stepIds}>
        {steps}
      </EndedSteps>
    ) : (
      <RunSteps key={group.key} count={group.stepIds.length}>
        {steps}
      </RunSteps>
    );
  });
}

interface EndedStepsProps {
  run: RunObject;
  stepIds: readonly string[];
  children: ReactNode;
}

/** Steps of a run that has ended. Many of them collapse to one row with their duration. */
function EndedSteps({ run, stepIds, children }: EndedStepsProps): ReactNode {
  const all = useRunSteps({ threadId: run.thread_id, runId: run.id }).data ?? [];
  const steps = all.filter(({ id }) => stepIds.includes(id));
  return (
    <RunSteps isDone count={countCalls(steps)} durationMs={workDurationMs(steps)}>
      {children}
    </RunSteps>
  );
}
