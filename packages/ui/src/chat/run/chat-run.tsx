'use client';

import { useRunItems } from '@threadkit/react';
import { type ComponentProps, type MemoExoticComponent, memo, type ReactNode, useMemo } from 'react';
import { StepHighlightProvider } from '../../run/step-highlight.tsx';
import { UnreadDivider } from '../unread/unread-divider.tsx';
import { RunProvider } from './run-context.ts';
import { ChatRunFooter } from './run-footer.tsx';
import { ChatRunItems } from './run-items.tsx';

/** Props of `Chat.Run`. */
export interface ChatRunProps extends ComponentProps<'div'> {
  /** The id of a run of the thread, from a row of `useTimeline`. */
  runId: string;
  /** The user message that the run responds to. */
  questionKey: string | undefined;
  /** The run is the last row. Its outcome offers an action only then. */
  isLast: boolean;
  /** The first response that arrived while the user was away. @defaultValue false */
  isFirstUnread?: boolean | undefined;
  /** @defaultValue the unread divider, the items and the footer */
  children?: ReactNode;
}

/**
 * One run on a thread line: its steps, its responses, its approvals and its outcome. Each part subscribes to its own data.
 * Renders a `<div>`.
 */
export const ChatRun: MemoExoticComponent<(props: ChatRunProps) => ReactNode> = memo(function ChatRun({
  runId,
  questionKey,
  isLast,
  isFirstUnread = false,
  children,
  ...props
}) {
  const { run, isActive, items } = useRunItems({ runId });
  const contextValue = useMemo(
    () => ({ runId, run, isActive, items, questionKey, isLast }),
    [runId, run, isActive, items, questionKey, isLast],
  );
  return (
    <RunProvider value={contextValue}>
      <StepHighlightProvider>
        <div
          data-slot="chat-run"
          data-scroll-anchor="row"
          data-status={run?.status}
          data-live={isActive ? '' : undefined}
          {...props}
        >
          {children ?? (
            <>
              {isFirstUnread && <UnreadDivider />}
              <ChatRunItems />
              <ChatRunFooter />
            </>
          )}
        </div>
      </StepHighlightProvider>
    </RunProvider>
  );
});
