'use client';

import { isActive, type SendInput, type ThreadSnapshot, type TimelineMessage } from '@threadkit/core';
import { useThreadState } from '@threadkit/react';
import type { ReactNode } from 'react';
import { lazyPart } from '../internals/lazy-part.tsx';
import type { EditTarget } from '../message/actions/edit-message.tsx';
import { plainText } from '../message/plain-text.ts';
import { useChat } from './chat-context.ts';

/** Without it, what is said can still be read. */
const nothing = (): ReactNode => null;

const MessageActions = lazyPart((parts) => parts.MessageActions, nothing);
const DeleteQuestion = lazyPart((parts) => parts.DeleteQuestion, nothing);
const EditMessage = lazyPart((parts) => parts.EditMessage, nothing);

/** What is being done with a message that was written before. */
export type UserMessageTask = 'edit' | 'delete' | undefined;

export interface UserMessageToolsProps {
  entry: TimelineMessage;
  /** What is being done now, and what before: its button has the focus again. */
  tasks: readonly UserMessageTask[];
  onTask: (task: UserMessageTask) => void;
}

const isBusy = ({ status, run }: ThreadSnapshot): boolean => status === 'sending' || isActive(run);

/** Below a stored message: what can be done with it, or the question before it is deleted. */
export function UserMessageTools({
  entry,
  tasks: [task, lastTask],
  onTask,
}: UserMessageToolsProps): ReactNode {
  const { controller, focusComposer } = useChat('UserMessageTools');
  // The contract lets nobody change a thread while a run reads it.
  const canChange = !useThreadState({ controller, select: isBusy }) && entry.role === 'user';
  if (task === 'delete') {
    const remove = (): void => {
      void controller.deleteMessage(entry.id ?? '');
      focusComposer();
    };
    return <DeleteQuestion onDelete={remove} onKeep={() => onTask(undefined)} />;
  }
  return (
    <MessageActions
      text={() => plainText(entry.message)}
      onEdit={canChange ? () => onTask('edit') : undefined}
      onDelete={canChange ? () => onTask('delete') : undefined}
      focused={lastTask}
    />
  );
}

/** A message in its field; what is sent goes here, or on in a copy of the thread, which is shown then. */
export function UserMessageEdit({
  entry: { id, message },
  onTask,
}: Pick<UserMessageToolsProps, 'entry' | 'onTask'>): ReactNode {
  const { editAndResend, focusComposer, showThread } = useChat('UserMessageEdit');
  const send = async (input: SendInput, history: EditTarget) => {
    const outcome = await editAndResend(id ?? '', input, { history });
    if (outcome.status === 'failed') return outcome.error;
    if (outcome.status === 'running' && history === 'branch') showThread(outcome.threadId, message.thread_id);
    onTask(undefined);
    focusComposer();
    return undefined;
  };
  return <EditMessage message={message} onCancel={() => onTask(undefined)} onSend={send} />;
}
