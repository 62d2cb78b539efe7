'use client';

import type { ThreadSnapshot } from '@threadkit/core';
import { useThreadState } from '@threadkit/react';
import type { ReactNode } from 'react';
import { ErrorNotice, type ErrorNoticeProps } from '../internals/notice/error-notice.tsx';
import { useChat } from './chat-context.ts';
import { useWaitLeft } from './use-wait-left.ts';

/** The error of the thread, unless an unsent message or an approval shows it. */
function selectError({ error, localMessages, toolCalls }: ThreadSnapshot): ThreadSnapshot['error'] {
  const isShown =
    localMessages.some(({ phase }) => phase === 'failed') ||
    toolCalls.some((call) => call.state === 'waiting' && call.error === error);
  return isShown ? null : error;
}

/** Props of `Chat.Error`. */
export type ChatErrorProps = Omit<ErrorNoticeProps, 'error' | 'onRetry' | 'retryAfterMs'>;

/** The last error that no message, run or approval shows, with a retry button. Renders a `<div>`, or nothing. */
export function ChatError(props: ChatErrorProps): ReactNode {
  const { controller } = useChat('Chat.Error');
  const error = useThreadState({ select: selectError });
  const retryAfterMs = useWaitLeft(error);
  if (!error) return null;
  return (
    <ErrorNotice
      {...props}
      error={error}
      retryAfterMs={retryAfterMs}
      onRetry={() => {
        controller.clearError();
        controller.attach();
      }}
    />
  );
}
