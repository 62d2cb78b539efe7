import type { MessageObject } from '../../api/index.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { toMessageRequest } from '../state/optimistic-message.ts';
import type { reportDeletion, reportReplacedRun } from '../state/persisted-changes.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import type { RewriteOptions, SendInput, SendOutcome } from '../types.ts';
import type { buildRunRequest, ReadAssistant } from './build-run-request.ts';
import { copyThread, deleteTail, findTail, type RewriteContext } from './rewrite-history.ts';
import type { SendQueue } from './send-queue.ts';
import type { Sender } from './sender.ts';

export interface RewriterOptions extends ThreadContext {
  readonly send: SendQueue['send'];
  readonly startRun: Sender['startRun'];
  readonly getAssistant: ReadAssistant;
  registeredTools(): readonly AnyTool[];
}

export interface RewriteThreadOptions extends RewriterOptions, RewriteContext {
  readonly toMessageRequest: typeof toMessageRequest;
  readonly buildRunRequest: typeof buildRunRequest;
  readonly reportDeletion: typeof reportDeletion;
  readonly reportReplacedRun: typeof reportReplacedRun;
}

/**
 * Deletes a thread's messages from one on, or copies those before it into a new thread, then sends `input` or starts a
 * run on the remaining messages. Rejects when a step fails. Messages that are deleted already are no failure of the next call.
 */
export async function rewriteThread(
  options: RewriteThreadOptions,
  messageId: string,
  { history, ...sendOptions }: RewriteOptions,
  input: SendInput | undefined,
): Promise<SendOutcome> {
  const { threadId } = options.read();
  if (options.isBusy()) {
    throw new options.ThreadkitError('locked', 'A run is active on this thread: wait for it, or cancel it.');
  }
  if (threadId === undefined) {
    throw new options.ThreadkitError('config', 'This chat has no thread yet: send a message first.');
  }
  const tail = await findTail(options, threadId, messageId, input === undefined);
  if (history === 'branch') return branch(options, threadId, tail.kept, input, sendOptions);
  const replaced = await deleteTail(options, threadId, tail, (id) =>
    options.reportDeletion(options, threadId, id),
  );
  for (const run of replaced) options.reportReplacedRun(options, run);
  if (input !== undefined) return options.send(input, sendOptions);
  return options.startRun(requireKept(options, tail.kept), sendOptions);
}

/** The new run is followed by the controller of the new thread. */
async function branch(
  options: RewriteThreadOptions,
  threadId: string,
  kept: MessageObject | undefined,
  input: SendInput | undefined,
  { assistantId = options.read().assistantId, runParams: overrides }: RewriteOptions,
): Promise<SendOutcome> {
  const { client } = options;
  if (assistantId === undefined) {
    throw new options.ThreadkitError('config', 'No assistant: pass assistantId.');
  }
  const copy = await copyThread(
    options,
    threadId,
    input === undefined ? requireKept(options, kept).id : kept?.id,
  );
  if (input !== undefined) await client.createMessage(copy, options.toMessageRequest(input));
  const request = await options.buildRunRequest(
    options.getAssistant,
    assistantId,
    options.registeredTools(),
    overrides,
  );
  const run = await client.createRun(copy, request);
  return { status: 'running', threadId: copy, runId: run.id };
}

function requireKept({ ThreadkitError }: RewriteContext, kept: MessageObject | undefined): MessageObject {
  if (kept) return kept;
  throw new ThreadkitError('config', 'There is no message before this one to respond to again.');
}
