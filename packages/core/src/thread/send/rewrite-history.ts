import type {
  CreateMessageRequest,
  MessageObject,
  MessagePartParam,
  RunObject,
  TextContentPart,
} from '../../api/index.ts';
import { MAX_INITIAL_MESSAGES } from '../../api/limits.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { paginate } from '../../client/paginate.ts';
import type { isThreadkitError, ThreadkitError } from '../../errors/threadkit-error.ts';

/** A client, and what the controller has loaded already: only this file's own code is to come with the first rewrite. */
export interface RewriteKit {
  readonly client: AssistantsApi;
  readonly paginate: typeof paginate;
  readonly replacedMark: string;
  readonly ThreadkitError: typeof ThreadkitError;
  readonly isThreadkitError: typeof isThreadkitError;
}

const PAGE = 100;

export interface Tail {
  /** Newest first: deleted in this order, a break half way leaves an unbroken beginning. */
  readonly messages: readonly MessageObject[];
  /** The last message that stays. */
  readonly kept: MessageObject | undefined;
}

/**
 * What has to go so that a thread ends before `messageId`: that message, everything after it, and, where a run
 * wrote it, what the same run wrote before it. With `keepsQuestion` a user's message itself stays.
 */
export async function findTail(
  kit: RewriteKit,
  threadId: string,
  messageId: string,
  keepsQuestion: boolean,
): Promise<Tail> {
  const messages: MessageObject[] = [];
  let target: MessageObject | undefined;
  for await (const message of newestFirst(kit, threadId)) {
    const isSameRun = target !== undefined && target.run_id !== null && message.run_id === target.run_id;
    if (target && !isSameRun) return { messages, kept: message };
    if (message.id === messageId) {
      if (keepsQuestion && message.role === 'user') return { messages, kept: message };
      target = message;
    }
    messages.push(message);
  }
  if (target) return { messages, kept: undefined };
  throw new kit.ThreadkitError('config', `The thread has no message ${messageId}: it may have been deleted.`);
}

/**
 * Deletes a tail, newest first. Can be called again after a failure: what is gone already counts as deleted.
 * Resolves with the runs that are replaced by this, as they are stored now.
 */
export async function deleteTail(
  { client, replacedMark, isThreadkitError }: RewriteKit,
  threadId: string,
  { messages, kept }: Tail,
  onDeleted: (messageId: string) => void,
): Promise<readonly RunObject[]> {
  for (const { id } of messages) {
    await client.deleteMessage(threadId, id).catch((error: unknown) => {
      const isGone = isThreadkitError(error) && error.status === 404;
      if (!isGone) throw error;
    });
    onDeleted(id);
  }
  const { data: runs } = await client.listRuns(threadId, { limit: PAGE, order: 'desc' });
  const replaced = runs.filter(
    (run) => (run.thread_id ?? threadId) === threadId && !run.metadata?.[replacedMark] && isBehind(run, kept),
  );
  return Promise.all(
    replaced.map((run) =>
      client.modifyRun(threadId, run.id, { metadata: { ...run.metadata, [replacedMark]: 'true' } }),
    ),
  );
}

/** Runs are not deleted with their messages: those that came behind the last kept one are marked. */
function isBehind(run: RunObject, kept: MessageObject | undefined): boolean {
  return !kept || (run.id !== kept.run_id && run.created_at >= kept.created_at);
}

/**
 * Copies a thread's messages, up to and including `lastMessageId`, into a new one. Steps, annotations and who
 * wrote what do not travel: the contract cannot write them.
 */
export async function copyThread(
  kit: RewriteKit,
  threadId: string,
  lastMessageId: string | undefined,
): Promise<string> {
  const copies: CreateMessageRequest[] = [];
  const runs = new Map<unknown, string | null>();
  let isKept = false;
  for await (const message of newestFirst(kit, threadId)) {
    const { id, run_id: runId, metadata } = message;
    isKept ||= id === lastMessageId;
    // What a crash broke off stays behind: in the copy its mark names no message, and would not hide it.
    const isSuperseded = runId !== null && runs.get(metadata?.['tk_superseded_by']) === runId;
    runs.set(id, runId);
    const copy = isKept && !isSuperseded ? toRequest(message) : undefined;
    if (copy) copies.push(copy);
  }
  copies.reverse();
  const { id } = await kit.client.createThread({
    messages: copies.slice(0, MAX_INITIAL_MESSAGES),
    metadata: { tk_branched_from: threadId },
  });
  for (const copy of copies.slice(MAX_INITIAL_MESSAGES)) await kit.client.createMessage(id, copy);
  return id;
}

/** Undefined for a message that says nothing the contract could take. */
function toRequest({
  role,
  content,
  attachments,
  metadata,
}: MessageObject): CreateMessageRequest | undefined {
  const parts = content.flatMap((part): MessagePartParam[] => {
    if (part.type === 'text') return part.text.value === '' ? [] : [{ type: 'text', text: readable(part) }];
    if (part.type === 'refusal') return [{ type: 'text', text: part.refusal }];
    // The contract takes no part of a kind it does not have.
    return part.type === 'image_file' || part.type === 'image_url' ? [part] : [];
  });
  return parts.length === 0
    ? undefined
    : { role, content: parts, attachments: attachments ?? null, metadata };
}

/** A text whose annotations stay behind: its citations' markers, `【4:0†handbook.md】`, become the names in them. */
function readable({ text: { value, annotations } }: TextContentPart): string {
  return annotations.length === 0 ? value : value.replace(/【[^【】†]*†([^【】]*)】/g, '($1)');
}

function newestFirst(
  { client, paginate }: RewriteKit,
  threadId: string,
): AsyncGenerator<MessageObject, void> {
  return paginate((after) => client.listMessages(threadId, { limit: PAGE, order: 'desc', after }));
}
