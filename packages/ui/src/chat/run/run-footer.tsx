'use client';

import { type ReactNode, useState } from 'react';
import { useChat } from '../chat-context.ts';
import { RenderBoundary } from '../render-boundary.tsx';
import { useRunContext } from './run-context.ts';
import { RunProgress } from './run-progress.tsx';
import { RunResult } from './run-result.tsx';

/**
 * The end of the thread line: progress and approvals of an active run, else its summary or its outcome. Renders these
 * elements side by side, or nothing.
 */
export function ChatRunFooter(): ReactNode {
  const { controller } = useChat('Chat.RunFooter');
  const { runId, run, isActive } = useRunContext('Chat.RunFooter');
  const [wasFollowed] = useState(() => controller.getSnapshot().run?.id === runId);
  // Of an expired run: whether it waited for the user, or the server was executing a call.
  const [wasWaiting, setWasWaiting] = useState(false);
  const isWaiting = run?.status === 'requires_action';
  if (isActive && isWaiting !== wasWaiting) setWasWaiting(isWaiting);
  if (!run) return null;
  return (
    <RenderBoundary readText={() => JSON.stringify(run, undefined, 2)} resetKey={run.status}>
      {isActive ? (
        <RunProgress run={run} />
      ) : (
        <RunResult run={run} wasWaiting={wasWaiting} wasFollowed={wasFollowed} />
      )}
    </RenderBoundary>
  );
}
