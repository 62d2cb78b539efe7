import type { AssistantsApi } from '../client/assistants-api.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { ThreadState } from './state/thread-state.ts';
import type { ThreadActions, ThreadControllerOptions } from './types.ts';

export interface ThreadChangesOptions {
  readonly client: AssistantsApi;
  read(): ThreadState;
  onDeleted(threadId: string, messageId: string): void;
  readonly onPersisted: ThreadControllerOptions['onPersisted'];
  onError(error: ThreadkitError): void;
}

/** Changes of a thread that start no run. They never reject: a failure is reported, and nothing is lost. */
export function createThreadChanges(
  options: ThreadChangesOptions,
): Pick<ThreadActions, 'deleteMessage' | 'modifyMetadata'> {
  const { client, onError } = options;

  async function change(act: (threadId: string) => Promise<void>): Promise<void> {
    const { threadId } = options.read();
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
        options.onDeleted(threadId, messageId);
      }),
    modifyMetadata: (metadata) =>
      change(async (threadId) => {
        const thread = await client.modifyThread(threadId, { metadata });
        options.onPersisted?.({ threadId, messages: [], thread });
      }),
  };
}
