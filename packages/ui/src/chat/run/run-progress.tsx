'use client';

import type { RunObject } from '@threadkit/core';
import { useConnection, useNow, useTimelineRunStep, useToolCalls } from '@threadkit/react';
import type { ReactNode } from 'react';
import { NEAR_END_MS, RunStatusLabel } from '../../run/run-status.tsx';
import { Connection } from '../../thread/connection.tsx';
import { ApprovalPrompt } from '../../tool/approval/approval-prompt.tsx';
import { needsDecision } from '../../tool/approval/describe-approval.ts';
import { useChat } from '../chat-context.ts';
import { useRunContext } from './run-context.ts';
import { expiryMs, toolSchema } from './run-metrics.ts';
import { useServerNow } from './server-clock.ts';

/** The end of the thread line of an active run: an approval, a connection notice, or the status. */
export function RunProgress({ run }: { run: RunObject }): ReactNode {
  const { controller, decide } = useChat('Chat.RunFooter');
  const { items } = useRunContext('Chat.RunFooter');
  const connection = useConnection();
  const calls = useToolCalls({ runId: run.id });
  const last = items.at(-1);
  const lastStep = useTimelineRunStep({ runId: run.id, stepId: last?.kind === 'step' ? last.stepId : '' });
  const pendingCalls = calls.filter(needsDecision);
  const now = useNow({ everyMs: pendingCalls.length > 0 ? 1000 : undefined });
  if (pendingCalls.length > 0) {
    return (
      <ApprovalPrompt
        // Remount when the pending calls change, so that the box takes the focus again.
        key={pendingCalls.map(({ id }) => id).join()}
        calls={pendingCalls}
        now={now}
        getSchema={(name) => toolSchema(run, name)}
        onDecide={decide}
      />
    );
  }
  const isBroken = ['stalled', 'reconnecting', 'offline'].includes(connection.state);
  if (isBroken) return <Connection connection={connection} onReconnect={controller.attach} />;
  // The row of a running call or of reasoning is animated already; the status would be a second animation.
  const isRowAnimated =
    lastStep?.status === 'in_progress' &&
    (lastStep.step_details.type === 'reasoning' ||
      (lastStep.step_details.type === 'tool_calls' &&
        lastStep.step_details.tool_calls.some(({ type }) => type !== 'function')));
  if (run.status === 'in_progress' || run.status === 'requires_action') {
    if (isRowAnimated || calls.some(({ state }) => state === 'running')) return <ExpiryLabel run={run} />;
  }
  const isWaiting = run.status === 'requires_action' && calls.some(({ state }) => state === 'waiting');
  const status = run.status === 'requires_action' && !isWaiting ? 'in_progress' : run.status;
  return <StatusLabel status={status} run={run} />;
}

/** The status of a run with the time it has taken and, near the end, the time it has left. */
function StatusLabel({ status, run }: { status: RunObject['status']; run: RunObject }): ReactNode {
  const now = useServerNow(1000);
  return (
    <RunStatusLabel
      status={status}
      elapsedMs={now - run.created_at * 1000}
      expiresInMs={expiryMs(run) - now}
    />
  );
}

/** The time that a run has left, near its end only. */
function ExpiryLabel({ run }: { run: RunObject }): ReactNode {
  const left = expiryMs(run) - useServerNow(1000);
  return left < NEAR_END_MS && <RunStatusLabel status={run.status} icon="queued" expiresInMs={left} />;
}
