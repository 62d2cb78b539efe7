import type { MessageObject, ThreadObject } from '@threadkit/core/api';

/** Of a thread's code_interpreter; what its messages attach counts too. */
export const MAX_CODE_FILES = 20;

/** How many files the thread would have, where what was attached makes them too many. */
export function excessFiles(before: ThreadObject, after: ThreadObject): number | undefined {
  const count = countCodeFiles(after);
  return count > MAX_CODE_FILES && count > countCodeFiles(before) ? count : undefined;
}

function countCodeFiles(thread: ThreadObject): number {
  return thread.tool_resources?.code_interpreter?.file_ids?.length ?? 0;
}

/**
 * The thread with its messages' attachments among its resources: files of `code_interpreter` by their ids, files
 * to search in its vector store, which is `vectorStoreId` where it has none. Files are never taken away again.
 */
export function attachFiles(
  thread: ThreadObject,
  messages: readonly MessageObject[],
  vectorStoreId: string | undefined,
): ThreadObject {
  const attachments = messages.flatMap((message) => message.attachments ?? []);
  const has = (type: string) => (attachment: (typeof attachments)[number]) =>
    attachment.tools?.some((tool) => tool.type === type) ?? false;
  const files = attachments
    .filter(has('code_interpreter'))
    .flatMap(({ file_id: id }) => (id === undefined ? [] : [id]));
  const stores = thread.tool_resources?.file_search?.vector_store_ids ?? [];
  const isStoreNew =
    attachments.some(has('file_search')) && stores.length === 0 && vectorStoreId !== undefined;
  if (files.length === 0 && !isStoreNew) return thread;
  const before = thread.tool_resources?.code_interpreter?.file_ids ?? [];
  return {
    ...thread,
    tool_resources: {
      ...thread.tool_resources,
      ...(files.length > 0 && { code_interpreter: { file_ids: [...new Set([...before, ...files])] } }),
      ...(isStoreNew && { file_search: { vector_store_ids: [vectorStoreId] } }),
    },
  };
}
