'use client';

import { useThreadState } from '@threadkit/react';
import type { ReactNode } from 'react';
import { MessageFailure } from '../../message/message-failure.tsx';
import { useChat } from '../chat-context.ts';
import { useWaitLeft } from '../use-wait-left.ts';
import { useMessageContext } from './message-context.ts';

/** Why a message was not sent, with retry and discard. Renders a `<div>`, and nothing for other messages. */
export function ChatMessageFailure(): ReactNode {
  return useMessageContext('Chat.MessageFailure').timelineMessage.phase === 'failed' ? <NotSent /> : null;
}

function NotSent(): ReactNode {
  const { controller, focusComposer } = useChat('Chat.MessageFailure');
  const { key } = useMessageContext('Chat.MessageFailure').timelineMessage;
  const error = useThreadState({ select: (snapshot) => snapshot.error });
  const retryAfterMs = useWaitLeft(error);
  return (
    <MessageFailure
      error={error}
      retryAfterMs={retryAfterMs}
      onRetry={() => {
        void controller.retry(key);
        focusComposer();
      }}
      onDiscard={() => {
        controller.discard(key);
        // Another unsent message still shows the error.
        if (!controller.getSnapshot().localMessages.some(({ phase }) => phase === 'failed'))
          controller.clearError();
        focusComposer();
      }}
    />
  );
}
