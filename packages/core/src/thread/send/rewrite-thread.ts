import type { MessageObject, RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { toMessageRequest } from '../state/optimistic-message.ts';
import type { RewriteOptions, SendInput, SendOutcome } from '../state/thread-snapshot.ts';
import { copyThread, deleteTail, findTail, type RewriteKit } from './rewrite-history.ts';
import type { buildRunRequest } from './send-message.ts';
import type { SendQueue } from './send-queue.ts';

export interface RewriterOptions {
  readonly client: AssistantsApi;
  sender: SendQueue;
  threadId(): string | undefined;
  assistantId(): string | undefined;
  registeredTools(): readonly AnyTool[];
  isBusy(): boolean;
  onDeleted(threadId: string, messageId: string): void;
  /** The run's answer was taken back: it is in no timeline any more. */
  onReplaced(run: RunObject): void;
}

export interface RewriteThreadOptions extends RewriterOptions, RewriteKit {
  readonly toMessageRequest: typeof toMessageRequest;
  readonly buildRunRequest: typeof buildRunRequest;
}

/**
 * Takes back what a thread says from a message on, or branches off before it, and has the rest answered, with `input` at
 * its end where there is one. Rejects with what went wrong on the way; another try goes on from there.
 */
export async function rewriteThread(
  options: RewriteThreadOptions,
  messageId: string,
  { history, ...sendOptions }: RewriteOptions,
  input: SendInput | undefined,
): Promise<SendOutcome> {
  const { sender } = options;
  const threadId = options.threadId();
  if (threadId === undefined || options.isBusy()) {
    throw new options.ThreadkitError('locked', 'A run is active on this thread: wait for it, or cancel it.');
  }
  const tail = await findTail(options, threadId, messageId, input === undefined);
  if (history === 'branch') return branch(options, threadId, tail.kept, input, sendOptions);
  const replaced = await deleteTail(options, threadId, tail, (id) => options.onDeleted(threadId, id));
  for (const run of replaced) options.onReplaced(run);
  if (input !== undefined) return sender.send(input, sendOptions);
  return sender.answerTo(askable(options, tail.kept), sendOptions);
}

/** The run is started and left to whoever shows the new thread. */
async function branch(
  options: RewriteThreadOptions,
  threadId: string,
  kept: MessageObject | undefined,
  input: SendInput | undefined,
  { assistantId = options.assistantId(), runParams: overrides }: RewriteOptions,
): Promise<SendOutcome> {
  const { client } = options;
  if (assistantId === undefined) {
    throw new options.ThreadkitError('config', 'No assistant to ask: pass assistantId.');
  }
  const copy = await copyThread(
    options,
    threadId,
    input === undefined ? askable(options, kept).id : kept?.id,
  );
  if (input !== undefined) await client.createMessage(copy, options.toMessageRequest(input));
  const request = await options.buildRunRequest(client, assistantId, options.registeredTools(), overrides);
  const run = await client.createRun(copy, request);
  return { status: 'running', threadId: copy, runId: run.id };
}

function askable({ ThreadkitError }: RewriteKit, kept: MessageObject | undefined): MessageObject {
  if (kept) return kept;
  throw new ThreadkitError('config', 'Nothing stands before this message that could be answered again.');
}
