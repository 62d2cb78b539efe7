import type { RunObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import { paginate } from '../client/paginate.ts';
import { isThreadkitError, ThreadkitError } from '../errors/threadkit-error.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { AnyTool } from '../tools/tool.ts';
import { toMessageRequest } from './optimistic-message.ts';
import { REPLACED } from './replaced-run.ts';
import { buildRunRequest } from './send-message.ts';
import type { Sender } from './sender.ts';
import type { RewriteOptions, SendInput, SendOutcome, ThreadActions } from './thread-snapshot.ts';

export interface RewriterOptions {
  readonly client: AssistantsApi;
  sender: Sender;
  threadId(): string | undefined;
  assistantId(): string | undefined;
  registeredTools(): readonly AnyTool[];
  isBusy(): boolean;
  onDeleted(threadId: string, messageId: string): void;
  /** The run's answer was taken back: it is in no timeline any more. */
  onReplaced(run: RunObject): void;
}

/** Answers again, and edits what was sent: the two ways to change what has been said. Their code comes with the first. */
export function createRewriter(
  options: RewriterOptions,
): Pick<ThreadActions, 'regenerate' | 'editAndResend'> {
  async function rewrite(
    messageId: string,
    rewriteOptions: RewriteOptions,
    input: SendInput | undefined,
  ): Promise<SendOutcome> {
    try {
      const { rewriteThread } = await import('./rewrite-thread.ts');
      const errors = { ThreadkitError, isThreadkitError };
      const kit = {
        ...options,
        ...errors,
        paginate,
        replacedMark: REPLACED,
        toMessageRequest,
        buildRunRequest,
      };
      return await rewriteThread(kit, messageId, rewriteOptions, input);
    } catch (error) {
      return { status: 'failed', key: messageId, error: toThreadkitError(error, 'network') };
    }
  }

  return {
    regenerate: (messageId, rewriteOptions = {}) => rewrite(messageId, rewriteOptions, undefined),
    editAndResend: (messageId, input, rewriteOptions = {}) => rewrite(messageId, rewriteOptions, input),
  };
}
