'use client';

import type { ReactNode } from 'react';
import { ThreadScrollToEnd, type ThreadScrollToEndProps } from '../../thread/thread.tsx';
import { useUnread } from './unread-provider.tsx';

export type ChatScrollToEndProps = Omit<ThreadScrollToEndProps, 'newCount'>;

/** `Thread.ScrollToEnd` with the number of unread responses. Renders a `<button>`. */
export function ChatScrollToEnd(props: ChatScrollToEndProps): ReactNode {
  return <ThreadScrollToEnd {...props} newCount={useUnread().count} />;
}
