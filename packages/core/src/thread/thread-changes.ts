import { ThreadkitError } from '../errors/threadkit-error.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import { reportDeletion } from './state/persisted-changes.ts';
import type { ThreadContext } from './state/thread-context.ts';
import type { ThreadActions } from './types.ts';

/** Changes of a thread that start no run. They never reject: a failure is reported, and nothing is lost. */
export function createThreadChanges(
  context: ThreadContext,
): Pick<ThreadActions, 'deleteMessage' | 'modifyMetadata'> {
  const { client, onError } = context;

  async function change(act: (threadId: string) => Promise<void>): Promise<void> {
    const { threadId } = context.read();
    if (threadId === undefined) {
      return onError(new ThreadkitError('config', 'The thread does not exist yet.'));
    }
    try {
      await act(threadId);
    } catch (error) {
      onError(toThreadkitError(error, 'network'));
    }
  }

  return {
    deleteMessage: (messageId) =>
      change(async (threadId) => {
        await client.deleteMessage(threadId, messageId);
        reportDeletion(context, threadId, messageId);
      }),
    modifyMetadata: (metadata) =>
      change(async (threadId) => {
        const thread = await client.modifyThread(threadId, { metadata });
        context.onPersisted?.({ threadId, messages: [], thread });
      }),
  };
}
