import { MAX_CODE_FILES, type MessageObject, type ThreadObject } from '@threadkit/core/api';

/** The number of files in `after`, if it exceeds the limit and is larger than before; otherwise undefined. */
export function fileCountOverLimit(before: ThreadObject, after: ThreadObject): number | undefined {
  const count = countCodeFiles(after);
  return count > MAX_CODE_FILES && count > countCodeFiles(before) ? count : undefined;
}

function countCodeFiles(thread: ThreadObject): number {
  return thread.tool_resources?.code_interpreter?.file_ids?.length ?? 0;
}

/**
 * The thread with its messages' attachments added to its resources: file ids for `code_interpreter`, and a vector store,
 * `vectorStoreId` unless it has one, for `file_search`. Files are never removed.
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
