'use client';
import type { CreateMessageRequest, MessageObject, ModifyMessageRequest } from '@threadkit/core';
import type { ThreadkitScope } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';
import { type Pages, removeFromPages } from '../query/pages.ts';
import { useWrite } from './use-write.ts';

function keep({ bridge }: ThreadkitScope, message: MessageObject): void {
  bridge.onStored({ threadId: message.thread_id, messages: [message] });
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
    ({ client, queryClient }, { id }, { threadId }) => {
      queryClient.setQueryData<Pages<MessageObject>>(
        threadkitKeys.messages(client, threadId),
        (pages) => pages && removeFromPages(pages, id),
      );
    },
  );
}
