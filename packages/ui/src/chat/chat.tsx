'use client';

import type { ReactNode } from 'react';
import { ThreadDock, ThreadFooter, ThreadViewport } from '../thread/thread.tsx';
import { ChatComposer, type ChatComposerProps } from './chat-composer.tsx';
import { ChatStarterPrompts } from './chat-empty.tsx';
import { ChatError } from './chat-error.tsx';
import { ChatQueue } from './chat-queue.tsx';
import { ChatRoot, type ChatRootProps } from './chat-root.tsx';
import { ChatTimeline } from './chat-timeline.tsx';
import { ChatScrollToBottom } from './unread/chat-scroll-to-bottom.tsx';

/** Props of `Chat`. */
export interface ChatProps
  extends Omit<ChatRootProps, 'children'>,
    Pick<ChatComposerProps, 'commands' | 'mentions' | 'attachments'> {}

/**
 * A whole conversation with an assistant: responses as they are written, tool calls, approvals, and the outcome of each
 * run. Fills the height of its container. Renders a `<div>`; needs a `<ThreadkitProvider>`.
 *
 * Composed of exported parts only; see the guide "Compose your own chat".
 */
export function Chat({ commands, mentions, attachments, ...props }: ChatProps): ReactNode {
  const Composer = props.components?.Composer ?? ChatComposer;
  return (
    <ChatRoot {...props}>
      <ThreadViewport>
        <ChatTimeline />
      </ThreadViewport>
      <ThreadFooter>
        <ChatScrollToBottom />
        <ThreadDock>
          <ChatError />
          <ChatQueue />
          <Composer commands={commands} mentions={mentions} attachments={attachments} />
        </ThreadDock>
        <ChatStarterPrompts />
      </ThreadFooter>
    </ChatRoot>
  );
}
