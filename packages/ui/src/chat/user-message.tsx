'use client';

import { useThreadState, useTimelineMessage } from '@threadkit/react';
import { type MemoExoticComponent, memo, type ReactNode, useState } from 'react';
import * as Message from '../message/index.ts';
import { useChat } from './chat-context.ts';
import { UnreadDivider } from './unread/unread-divider.tsx';
import { useWaitLeft } from './use-wait-left.ts';
import { UserMessageEdit, type UserMessageTask, UserMessageTools } from './user-message-tools.tsx';

interface UserMessageProps {
  messageKey: string;
  /** The first that came while the reader was away. */
  isNew: boolean;
}

/** A message that no run wrote: the person's, or one that the thread was begun with. */
export const UserMessage: MemoExoticComponent<(props: UserMessageProps) => ReactNode> = memo(
  function UserMessage({ messageKey, isNew }: UserMessageProps): ReactNode {
    const { controller } = useChat('UserMessage');
    const entry = useTimelineMessage({ controller, messageKey });
    const [tasks, setTasks] = useState<readonly UserMessageTask[]>([]);
    if (!entry) return null;
    const onTask = (next: UserMessageTask): void => setTasks([next, tasks[0]]);
    const isEdited = tasks[0] === 'edit';
    return (
      <Message.Root role={entry.role} phase={entry.phase}>
        {isNew && <UnreadDivider />}
        {isEdited ? (
          <UserMessageEdit entry={entry} onTask={onTask} />
        ) : (
          <Message.Content message={entry.message} />
        )}
        {entry.phase === 'stored' && !isEdited && (
          <UserMessageTools entry={entry} tasks={tasks} onTask={onTask} />
        )}
        {entry.phase === 'failed' && <NotSent messageKey={messageKey} />}
      </Message.Root>
    );
  },
);

function NotSent({ messageKey }: Pick<UserMessageProps, 'messageKey'>): ReactNode {
  const { controller, focusComposer, settleError } = useChat('NotSent');
  const error = useThreadState({ controller, select: (snapshot) => snapshot.error });
  const waitMs = useWaitLeft(error);
  return (
    <Message.Failure
      error={error}
      waitMs={waitMs}
      onRetry={() => {
        void controller.retry(messageKey);
        focusComposer();
      }}
      onDiscard={() => {
        settleError(error);
        controller.discard(messageKey);
        focusComposer();
      }}
    />
  );
}
