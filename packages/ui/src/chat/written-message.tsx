'use client';

import { useThreadState, useTimelineMessage } from '@threadkit/react';
import { type MemoExoticComponent, memo, type ReactNode } from 'react';
import * as Message from '../message/index.ts';
import { useChat } from './chat-context.ts';
import { useWaitLeft } from './use-wait-left.ts';

interface WrittenMessageProps {
  messageKey: string;
}

/** A message that no run wrote: the person's, or one that the thread was begun with. */
export const WrittenMessage: MemoExoticComponent<(props: WrittenMessageProps) => ReactNode> = memo(
  function WrittenMessage({ messageKey }: WrittenMessageProps): ReactNode {
    const { controller } = useChat('WrittenMessage');
    const entry = useTimelineMessage(controller, messageKey);
    if (!entry) return null;
    return (
      <Message.Root role={entry.role} phase={entry.phase}>
        <Message.Content message={entry.message} />
        {entry.phase === 'failed' && <NotSent messageKey={messageKey} />}
      </Message.Root>
    );
  },
);

function NotSent({ messageKey }: WrittenMessageProps): ReactNode {
  const { controller, goOn, settleError } = useChat('NotSent');
  const error = useThreadState(controller, (snapshot) => snapshot.error);
  const waitMs = useWaitLeft(error);
  return (
    <Message.Failure
      error={error}
      waitMs={waitMs}
      onRetry={() => {
        void controller.retry(messageKey);
        goOn();
      }}
      onDiscard={() => {
        settleError(error);
        controller.discard(messageKey);
        goOn();
      }}
    />
  );
}
