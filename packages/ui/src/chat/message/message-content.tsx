'use client';

import type { RewriteOptions, SendInput } from '@threadkit/core';
import type { ReactNode } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { MessageContent, type MessageContentProps } from '../../message/message.tsx';
import { useChat } from '../chat-context.ts';
import { useMessageContext } from './message-context.ts';

/** If loading fails, the message stays readable. */
const EditMessage = lazyPart(
  loadLazyParts,
  (parts) => parts.EditMessage,
  () => null,
);

/** Props of `Chat.MessageContent`. */
export type ChatMessageContentProps = Omit<MessageContentProps, 'message' | 'isStreaming'>;

/** The content of a message, or the form in which it is edited. Renders a `<div>` or a `<form>`. */
export function ChatMessageContent(props: ChatMessageContentProps): ReactNode {
  const { timelineMessage, task } = useMessageContext('Chat.MessageContent');
  return task === 'edit' ? <EditForm /> : <MessageContent {...props} message={timelineMessage.message} />;
}

/** Sends the edited message in place of the old one, or in a new thread with copies of the earlier messages, which the chat then shows. */
function EditForm(): ReactNode {
  const { editAndResend, focusComposer, showThread } = useChat('Chat.MessageContent');
  const { timelineMessage, setTask } = useMessageContext('Chat.MessageContent');
  const { id, message } = timelineMessage;
  const send = async (input: SendInput, history: RewriteOptions['history']) => {
    const outcome = await editAndResend(id ?? '', input, { history });
    if (outcome.status === 'failed') return outcome.error;
    if (outcome.status === 'running' && history === 'branch') showThread(outcome.threadId, message.thread_id);
    setTask(undefined);
    focusComposer();
    return undefined;
  };
  return <EditMessage message={message} onCancel={() => setTask(undefined)} onSend={send} />;
}
