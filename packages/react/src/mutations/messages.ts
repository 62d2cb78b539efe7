'use client';
import type { CreateMessageRequest, Deleted, MessageObject, ModifyMessageRequest } from '@threadkit/core';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { type MutationHookOptions, type MutationHookResult, useApiMutation } from './use-api-mutation.ts';

/** Variables of `useCreateMessage`. */
export interface CreateMessageVariables {
  /** The thread to add the message to. */
  threadId: string;
  /** Role, content, attachments and metadata of the message. */
  body: CreateMessageRequest;
}

/** Variables of `useModifyMessage`. */
export interface ModifyMessageVariables {
  /** The thread of the message. */
  threadId: string;
  /** The message to change. */
  messageId: string;
  /** The new metadata, which replaces the whole map. */
  body: ModifyMessageRequest;
}

/** Variables of `useDeleteMessage`. */
export interface DeleteMessageVariables {
  /** The thread of the message. */
  threadId: string;
  /** The message to delete. */
  messageId: string;
}

/** Adds a message to a thread without starting a run. To send in a chat, use `useThread().send`. */
export function useCreateMessage<OnMutateResult = unknown>(
  options: MutationHookOptions<MessageObject, CreateMessageVariables, OnMutateResult> = {},
): MutationHookResult<MessageObject, CreateMessageVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { threadId, body }) => client.createMessage(threadId, body),
      updateCache: storeMessage,
    },
    options,
  );
}

/** Changes the metadata of a message. The API cannot change its content. */
export function useModifyMessage<OnMutateResult = unknown>(
  options: MutationHookOptions<MessageObject, ModifyMessageVariables, OnMutateResult> = {},
): MutationHookResult<MessageObject, ModifyMessageVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { threadId, messageId, body }) => client.modifyMessage(threadId, messageId, body),
      updateCache: storeMessage,
    },
    options,
  );
}

/** Deletes a message. */
export function useDeleteMessage<OnMutateResult = unknown>(
  options: MutationHookOptions<Deleted<'thread.message'>, DeleteMessageVariables, OnMutateResult> = {},
): MutationHookResult<Deleted<'thread.message'>, DeleteMessageVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { threadId, messageId }) => client.deleteMessage(threadId, messageId),
      updateCache: removeMessage,
    },
    options,
  );
}

function storeMessage({ cacheWriter }: ThreadkitContextValue, message: MessageObject): void {
  cacheWriter.onPersisted({ threadId: message.thread_id, messages: [message] });
}

function removeMessage(
  { cacheWriter }: ThreadkitContextValue,
  { id }: Deleted<'thread.message'>,
  { threadId }: DeleteMessageVariables,
): void {
  cacheWriter.onPersisted({ threadId, messages: [], removed: [id] });
}
