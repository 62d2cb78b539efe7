'use client';

import { useThreadState, useTimelineMessage } from '@threadkit/react';
import { type MemoExoticComponent, memo, type ReactNode, useState } from 'react';
import * as Message from '../message/index.ts';
import { useChat } from './chat-context.ts';
import { NewMark } from './unread/unread-divider.tsx';
import { useWaitLeft } from './use-wait-left.ts';
import { WrittenEdit, type WrittenTask, WrittenTools } from './written-tools.tsx';

interface WrittenMessageProps {
  messageKey: string;
  /** The first that came while the reader was away. */
  isNew: boolean;
}

/** A message that no run wrote: the person's, or one that the thread was begun with. */
export const WrittenMessage: MemoExoticComponent<(props: WrittenMessageProps) => ReactNode> = memo(
  function WrittenMessage({ messageKey, isNew }: WrittenMessageProps): ReactNode {
    const { controller } = useChat('WrittenMessage');
    const entry = useTimelineMessage(controller, messageKey);
    const [tasks, setTasks] = useState<readonly WrittenTask[]>([]);
    if (!entry) return null;
    const onTask = (next: WrittenTask): void => setTasks([next, tasks[0]]);
    const isEdited = tasks[0] === 'edit';
    return (
      <Message.Root role={entry.role} phase={entry.phase}>
        {isNew && <NewMark />}
        {isEdited ? (
          <WrittenEdit entry={entry} onTask={onTask} />
        ) : (
          <Message.Content message={entry.message} />
        )}
        {entry.phase === 'stored' && !isEdited && (
          <WrittenTools entry={entry} tasks={tasks} onTask={onTask} />
        )}
        {entry.phase === 'failed' && <NotSent messageKey={messageKey} />}
      </Message.Root>
    );
  },
);

function NotSent({ messageKey }: Pick<WrittenMessageProps, 'messageKey'>): ReactNode {
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
