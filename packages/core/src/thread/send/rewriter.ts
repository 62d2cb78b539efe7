import { paginate } from '../../client/paginate.ts';
import { isThreadkitError, ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { toMessageRequest } from '../state/optimistic-message.ts';
import { reportDeletion, reportReplacedRun } from '../state/persisted-changes.ts';
import type { RewriteOptions, SendInput, SendOutcome, ThreadActions } from '../types.ts';
import { buildRunRequest } from './build-run-request.ts';
import type { RewriterOptions } from './rewrite-thread.ts';

/**
 * Regenerates responses and edits messages. Their code is loaded with the first call. It gets the functions that it shares with
 * the controller as arguments: with imports, esbuild would move them into a third file, which is larger (0009).
 */
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
      const context = {
        ...options,
        ...errors,
        paginate,
        toMessageRequest,
        buildRunRequest,
        reportDeletion,
        reportReplacedRun,
      };
      return await rewriteThread(context, messageId, rewriteOptions, input);
    } catch (error) {
      return { status: 'failed', key: messageId, error: toThreadkitError(error, 'network') };
    }
  }

  return {
    regenerate: (messageId, rewriteOptions = {}) => rewrite(messageId, rewriteOptions, undefined),
    editAndResend: (messageId, input, rewriteOptions = {}) => rewrite(messageId, rewriteOptions, input),
  };
}
