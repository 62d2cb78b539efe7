'use client';

import { useTimelineMessage } from '@threadkit/react';
import { type MemoExoticComponent, memo, type ReactNode, useMemo, useState } from 'react';
import { MessageRoot, type MessageRootProps } from '../../message/message.tsx';
import { UnreadDivider } from '../unread/unread-divider.tsx';
import { ChatMessageActions } from './chat-message-actions.tsx';
import { ChatMessageFailure } from './chat-message-failure.tsx';
import { ChatMessageContent } from './message-content.tsx';
import { MessageProvider, type MessageTask } from './message-context.ts';

/** Props of `Chat.Message`. */
export interface ChatMessageProps extends Omit<MessageRootProps, 'asChild' | 'phase' | 'role'> {
  /** The key of a row of `useTimeline` with the kind `message`. */
  messageKey: string;
  /** The first message that arrived while the user was away. @defaultValue false */
  isFirstUnread?: boolean | undefined;
  /** @defaultValue the unread divider, the content, the actions and the failure */
  children?: ReactNode;
}

/**
 * A message that no run created: the user's, or one that the thread was created with. Renders an `<article>`, or
 * nothing if the message is not in the thread.
 */
export const ChatMessage: MemoExoticComponent<(props: ChatMessageProps) => ReactNode> = memo(
  function ChatMessage({ messageKey, isFirstUnread = false, children, ...props }) {
    const timelineMessage = useTimelineMessage({ messageKey });
    const [[task, lastTask], setTasks] = useState<readonly MessageTask[]>([]);
    const contextValue = useMemo(
      () =>
        timelineMessage && {
          timelineMessage,
          task,
          lastTask,
          setTask: (next: MessageTask) => setTasks(([last]) => [next, last]),
        },
      [timelineMessage, task, lastTask],
    );
    if (!contextValue) return null;
    return (
      <MessageProvider value={contextValue}>
        <MessageRoot
          {...props}
          role={contextValue.timelineMessage.role}
          phase={contextValue.timelineMessage.phase}
        >
          {children ?? (
            <>
              {isFirstUnread && <UnreadDivider />}
              <ChatMessageContent />
              <ChatMessageActions />
              <ChatMessageFailure />
            </>
          )}
        </MessageRoot>
      </MessageProvider>
    );
  },
);
