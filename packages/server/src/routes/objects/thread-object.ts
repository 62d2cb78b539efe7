import type { MessageObject, ThreadObject } from '@threadkit/core/api';
import { newMessage } from '../../runs/new-message.ts';
import type { createThreadBody } from '../../schemas/thread-body.ts';
import type { NewId } from '../../shared/new-id.ts';
import { attachFiles, fileCountOverLimit } from '../../storage/attach-files.ts';
import { withResourceDefaults, withVectorStoreId } from './service-defaults.ts';
import { tooManyFiles } from './too-many-files.ts';

export type ThreadBody = ReturnType<typeof createThreadBody>;

/** Creates a thread and its first messages, in the order of the request. `storeId` is the id of the vector store for their files. */
export function newThread(
  server: { readonly newId: NewId; readonly at: () => number },
  body: ThreadBody,
  storeId: string | undefined,
): { thread: ThreadObject; messages: MessageObject[] } {
  const at = server.at();
  const thread: ThreadObject = {
    id: server.newId('thread'),
    object: 'thread',
    created_at: at,
    metadata: body.metadata ?? {},
    tool_resources: withResourceDefaults(withVectorStoreId(body.tool_resources, storeId)),
  };
  const messages = (body.messages ?? []).map((message) =>
    newMessage(message, { id: server.newId('msg'), threadId: thread.id, at }),
  );
  const attached = attachFiles(thread, messages, storeId);
  const count = fileCountOverLimit(thread, attached);
  if (count !== undefined) throw tooManyFiles(count);
  return { thread: attached, messages };
}
