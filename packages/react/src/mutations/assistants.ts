'use client';
import type {
  AssistantObject,
  CreateAssistantRequest,
  Deleted,
  ModifyAssistantRequest,
} from '@threadkit/core';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';
import { type MutationHookOptions, type MutationHookResult, useApiMutation } from './use-api-mutation.ts';

/** Variables of `useCreateAssistant`. */
export interface CreateAssistantVariables {
  /** The fields of the assistant; `model` is required. */
  body: CreateAssistantRequest;
}

/** Variables of `useModifyAssistant`. */
export interface ModifyAssistantVariables {
  /** The assistant to change. */
  assistantId: string;
  /** The fields to change. `metadata` is replaced as a whole. */
  body: ModifyAssistantRequest;
}

/** Variables of `useDeleteAssistant`. */
export interface DeleteAssistantVariables {
  /** The assistant to delete. */
  assistantId: string;
}

/** Creates an assistant. */
export function useCreateAssistant<OnMutateResult = unknown>(
  options: MutationHookOptions<AssistantObject, CreateAssistantVariables, OnMutateResult> = {},
): MutationHookResult<AssistantObject, CreateAssistantVariables, OnMutateResult> {
  return useApiMutation(
    { request: (client, { body }) => client.createAssistant(body), updateCache: storeAssistant },
    options,
  );
}

/** Changes an assistant. Fields that `body` leaves out keep their value. */
export function useModifyAssistant<OnMutateResult = unknown>(
  options: MutationHookOptions<AssistantObject, ModifyAssistantVariables, OnMutateResult> = {},
): MutationHookResult<AssistantObject, ModifyAssistantVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { assistantId, body }) => client.modifyAssistant(assistantId, body),
      updateCache: storeAssistant,
    },
    options,
  );
}

/** Deletes an assistant. Runs that it has started continue. */
export function useDeleteAssistant<OnMutateResult = unknown>(
  options: MutationHookOptions<Deleted<'assistant'>, DeleteAssistantVariables, OnMutateResult> = {},
): MutationHookResult<Deleted<'assistant'>, DeleteAssistantVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { assistantId }) => client.deleteAssistant(assistantId),
      updateCache: removeAssistant,
    },
    options,
  );
}

function storeAssistant(
  { client, queryClient }: ThreadkitContextValue,
  assistant: AssistantObject,
): Promise<void> {
  queryClient.setQueryData(threadkitKeys.assistant(client, assistant.id), assistant);
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.assistantList(client) });
}

function removeAssistant(
  { client, queryClient }: ThreadkitContextValue,
  { id }: Deleted<'assistant'>,
): Promise<void> {
  queryClient.removeQueries({ queryKey: threadkitKeys.assistant(client, id) });
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.assistantList(client) });
}
