'use client';

import type { ReactNode } from 'react';
import { ThreadScrollToBottom, type ThreadScrollToBottomProps } from '../../thread/thread.tsx';
import { useUnread } from './unread-provider.tsx';

/** Props of `Chat.ScrollToBottom`. */
export type ChatScrollToBottomProps = Omit<ThreadScrollToBottomProps, 'unreadCount'>;

/** `Thread.ScrollToBottom` with the number of unread responses. Renders a `<button>`. */
export function ChatScrollToBottom(props: ChatScrollToBottomProps): ReactNode {
  return <ThreadScrollToBottom {...props} unreadCount={useUnread().count} />;
}
