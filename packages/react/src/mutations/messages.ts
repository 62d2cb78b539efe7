'use client';
import type { CreateMessageRequest, MessageObject, ModifyMessageRequest } from '@threadkit/core';
import type { ThreadkitScope } from '../provider/threadkit-context.ts';
import { useWrite } from './use-write.ts';

function keep({ bridge }: ThreadkitScope, message: MessageObject): void {
  bridge.onPersisted({ threadId: message.thread_id, messages: [message] });
}

/** Adds a message without starting a run. To send in a chat, use `useThread().send`. */
export function useCreateMessage() {
  return useWrite(
    ({ client }, { threadId, body }: { threadId: string; body: CreateMessageRequest }) =>
      client.createMessage(threadId, body),
    keep,
  );
}

export function useModifyMessage() {
  return useWrite(
    (
      { client },
      { threadId, messageId, body }: { threadId: string; messageId: string; body: ModifyMessageRequest },
    ) => client.modifyMessage(threadId, messageId, body),
    keep,
  );
}

export function useDeleteMessage() {
  return useWrite(
    ({ client }, { threadId, messageId }: { threadId: string; messageId: string }) =>
      client.deleteMessage(threadId, messageId),
    ({ bridge }, { id }, { threadId }) => bridge.onPersisted({ threadId, messages: [], removed: [id] }),
  );
}
