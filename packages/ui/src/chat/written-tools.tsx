'use client';

import { isActive, type SendInput, type ThreadSnapshot, type TimelineMessage } from '@threadkit/core';
import { useThreadState } from '@threadkit/react';
import type { ReactNode } from 'react';
import { laterPart } from '../internals/lazy-part.tsx';
import type { EditTarget } from '../message/actions/edit-message.tsx';
import { plainText } from '../message/plain-text.ts';
import { useChat } from './chat-context.ts';

/** Without it, what is said can still be read. */
const nothing = (): ReactNode => null;

const MessageActions = laterPart((parts) => parts.MessageActions, nothing);
const DeleteQuestion = laterPart((parts) => parts.DeleteQuestion, nothing);
const EditMessage = laterPart((parts) => parts.EditMessage, nothing);

/** What is being done with a message that was written before. */
export type WrittenTask = 'edit' | 'delete' | undefined;

export interface WrittenToolsProps {
  entry: TimelineMessage;
  /** What is being done now, and what before: its button has the focus again. */
  tasks: readonly WrittenTask[];
  onTask: (task: WrittenTask) => void;
}

const isBusy = ({ status, run }: ThreadSnapshot): boolean => status === 'sending' || isActive(run);

/** Below a stored message: what can be done with it, or the question before it is deleted. */
export function WrittenTools({ entry, tasks: [task, lastTask], onTask }: WrittenToolsProps): ReactNode {
  const { controller, goOn } = useChat('WrittenTools');
  // The contract lets nobody change a thread while a run reads it.
  const canChange = !useThreadState(controller, isBusy) && entry.role === 'user';
  if (task === 'delete') {
    const remove = (): void => {
      void controller.deleteMessage(entry.id ?? '');
      goOn();
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
export function WrittenEdit({
  entry: { id, message },
  onTask,
}: Pick<WrittenToolsProps, 'entry' | 'onTask'>): ReactNode {
  const { editAndResend, goOn, showThread } = useChat('WrittenEdit');
  const send = async (input: SendInput, keep: EditTarget) => {
    const outcome = await editAndResend(id ?? '', input, { keep });
    if (outcome.status === 'failed') return outcome.error;
    if (outcome.status === 'running' && keep === 'branch') showThread(outcome.threadId, message.thread_id);
    onTask(undefined);
    goOn();
    return undefined;
  };
  return <EditMessage message={message} onCancel={() => onTask(undefined)} onSend={send} />;
}
