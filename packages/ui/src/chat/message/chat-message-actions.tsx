'use client';

import { isBusy } from '@threadkit/core';
import { useThreadState } from '@threadkit/react';
import { type ReactNode, useEffect } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { plainText } from '../../message/plain-text.ts';
import { useChat } from '../chat-context.ts';
import { useMessageContext } from './message-context.ts';

/** If loading fails, the message has no actions. */
const nothing = (): ReactNode => null;
const MessageActions = lazyPart(loadLazyParts, (parts) => parts.MessageActions, nothing);
const DeleteQuestion = lazyPart(loadLazyParts, (parts) => parts.DeleteQuestion, nothing);

/**
 * Copy, edit and delete below a stored message, or the confirmation before it is deleted. Only the user's messages can be
 * edited and deleted, and only while no run is active. Renders a `<div>`, or nothing.
 */
export function ChatMessageActions(): ReactNode {
  const { timelineMessage, task } = useMessageContext('Chat.MessageActions');
  return timelineMessage.phase === 'stored' && task !== 'edit' ? <StoredMessageActions /> : null;
}

function StoredMessageActions(): ReactNode {
  const { controller, editors, focusComposer } = useChat('Chat.MessageActions');
  const { timelineMessage, task, lastTask, setTask } = useMessageContext('Chat.MessageActions');
  const { key } = timelineMessage;
  // The API allows no changes of a thread while a run reads it.
  const canChange = !useThreadState({ select: isBusy }) && timelineMessage.role === 'user';
  useEffect(
    () => (canChange ? editors.register(key, () => setTask('edit')) : undefined),
    [canChange, editors, key, setTask],
  );
  if (task === 'delete') {
    const remove = (): void => {
      void controller.deleteMessage(timelineMessage.id ?? '');
      focusComposer();
    };
    return <DeleteQuestion onDelete={remove} onCancel={() => setTask(undefined)} />;
  }
  return (
    <MessageActions
      getText={() => plainText(timelineMessage.message)}
      onEdit={canChange ? () => setTask('edit') : undefined}
      onDelete={canChange ? () => setTask('delete') : undefined}
      focused={lastTask}
    />
  );
}
