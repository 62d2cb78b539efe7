import type { MessageObject, RunObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { AnyTool } from '../tools/tool.ts';
import { toMessageRequest } from './optimistic-message.ts';
import { copyThread, deleteTail, findTail } from './rewrite-history.ts';
import { buildRunRequest } from './send-message.ts';
import type { Sender } from './sender.ts';
import type { RewriteOptions, SendInput, SendOutcome, ThreadActions } from './thread-snapshot.ts';

export interface RewriterOptions {
  client: AssistantsApi;
  sender: Sender;
  threadId(): string | undefined;
  assistantId(): string | undefined;
  registeredTools(): readonly AnyTool[];
  isBusy(): boolean;
  onDeleted(threadId: string, messageId: string): void;
  /** The run's answer was taken back: it is in no timeline any more. */
  onReplaced(run: RunObject): void;
}

/** Answers again, and edits what was sent: the two ways to change what has been said. */
export function createRewriter(
  options: RewriterOptions,
): Pick<ThreadActions, 'regenerate' | 'editAndResend'> {
  const { client, sender } = options;

  async function rewrite(
    messageId: string,
    rewriteOptions: RewriteOptions,
    input: SendInput | undefined,
  ): Promise<SendOutcome> {
    const { keep, ...sendOptions } = rewriteOptions;
    try {
      const threadId = options.threadId();
      if (threadId === undefined || options.isBusy()) {
        throw new ThreadkitError('locked', 'A run is active on this thread: wait for it, or cancel it.');
      }
      const tail = await findTail(client, threadId, messageId, input === undefined);
      if (keep === 'branch') return await branch(threadId, tail.kept, input, sendOptions);
      const replaced = await deleteTail(client, threadId, tail, (id) => options.onDeleted(threadId, id));
      for (const run of replaced) options.onReplaced(run);
      if (input !== undefined) return await sender.send(input, sendOptions);
      return await sender.answerTo(askable(tail.kept), sendOptions);
    } catch (error) {
      return { status: 'failed', key: messageId, error: toThreadkitError(error, 'network') };
    }
  }

  /** The run is started and left to whoever shows the new thread. */
  async function branch(
    threadId: string,
    kept: MessageObject | undefined,
    input: SendInput | undefined,
    { assistantId = options.assistantId(), run: overrides }: RewriteOptions,
  ): Promise<SendOutcome> {
    if (assistantId === undefined)
      throw new ThreadkitError('config', 'No assistant to ask: pass assistantId.');
    const copy = await copyThread(client, threadId, input === undefined ? askable(kept).id : kept?.id);
    if (input !== undefined) await client.createMessage(copy, toMessageRequest(input));
    const request = await buildRunRequest(client, assistantId, options.registeredTools(), overrides);
    const run = await client.createRun(copy, request);
    return { status: 'running', threadId: copy, runId: run.id };
  }

  return {
    regenerate: (messageId, rewriteOptions = {}) => rewrite(messageId, rewriteOptions, undefined),
    editAndResend: (messageId, input, rewriteOptions = {}) => rewrite(messageId, rewriteOptions, input),
  };
}

function askable(kept: MessageObject | undefined): MessageObject {
  if (kept) return kept;
  throw new ThreadkitError('config', 'Nothing stands before this message that could be answered again.');
}
