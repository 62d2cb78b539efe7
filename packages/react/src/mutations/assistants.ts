'use client';
import type { AssistantObject, CreateAssistantRequest, ModifyAssistantRequest } from '@threadkit/core';
import type { ThreadkitScope } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';
import { useWrite } from './use-write.ts';

function keep({ client, queryClient }: ThreadkitScope, assistant: AssistantObject): Promise<void> {
  queryClient.setQueryData(threadkitKeys.assistant(client, assistant.id), assistant);
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.assistantList(client) });
}

export function useCreateAssistant() {
  return useWrite(
    ({ client }, { body }: { body: CreateAssistantRequest }) => client.createAssistant(body),
    keep,
  );
}

export function useModifyAssistant() {
  return useWrite(
    ({ client }, { assistantId, body }: { assistantId: string; body: ModifyAssistantRequest }) =>
      client.modifyAssistant(assistantId, body),
    keep,
  );
}

export function useDeleteAssistant() {
  return useWrite(
    ({ client }, { assistantId }: { assistantId: string }) => client.deleteAssistant(assistantId),
    ({ client, queryClient }, { id }) => {
      queryClient.removeQueries({ queryKey: threadkitKeys.assistant(client, id) });
      return queryClient.invalidateQueries({ queryKey: threadkitKeys.assistantList(client) });
    },
  );
}
