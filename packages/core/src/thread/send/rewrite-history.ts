import type {
  CreateMessageRequest,
  MessageObject,
  MessagePartParam,
  RunObject,
  TextContentPart,
} from '../../api/index.ts';
import { MAX_INITIAL_MESSAGES, MAX_PAGE_SIZE } from '../../api/limits.ts';
import type { BRANCHED_FROM_KEY, REPLACED_KEY, SUPERSEDED_BY_KEY } from '../../api/metadata-keys.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { paginate } from '../../client/paginate.ts';
import type { isThreadkitError, ThreadkitError } from '../../errors/threadkit-error.ts';

/** A client, and code that the controller has loaded already, so that this lazy file brings no copy of it. */
export interface RewriteContext {
  readonly client: AssistantsApi;
  readonly paginate: typeof paginate;
  readonly ThreadkitError: typeof ThreadkitError;
  readonly isThreadkitError: typeof isThreadkitError;
}

// Literals of the imported types: esbuild would move the file of the constants into the first file of an app (0009).
const BRANCHED_FROM: typeof BRANCHED_FROM_KEY = 'tk_branched_from';
const REPLACED: typeof REPLACED_KEY = 'tk_replaced';
const SUPERSEDED_BY: typeof SUPERSEDED_BY_KEY = 'tk_superseded_by';

export interface Tail {
  /** Newest first: when deletion stops half way, the remaining messages have no gap. */
  readonly messages: readonly MessageObject[];
  /** The last message that is kept. */
  readonly kept: MessageObject | undefined;
}

/**
 * Finds the messages to delete so that a thread ends before `messageId`: that message, every later one, and the earlier
 * messages of the same run. With `keepsQuestion` a user message itself is kept.
 */
export async function findTail(
  context: RewriteContext,
  threadId: string,
  messageId: string,
  keepsQuestion: boolean,
): Promise<Tail> {
  const messages: MessageObject[] = [];
  let target: MessageObject | undefined;
  for await (const message of newestFirst(context, threadId)) {
    const isSameRun = target !== undefined && target.run_id !== null && message.run_id === target.run_id;
    if (target && !isSameRun) return { messages, kept: message };
    if (message.id === messageId) {
      if (keepsQuestion && message.role === 'user') return { messages, kept: message };
      target = message;
    }
    messages.push(message);
  }
  if (target) return { messages, kept: undefined };
  throw new context.ThreadkitError(
    'config',
    `The thread has no message ${messageId}: it may have been deleted.`,
  );
}

/**
 * Deletes a tail, newest first. Can be called again after a failure: a missing message counts as deleted. Resolves with the
 * replaced runs as they are stored now.
 */
export async function deleteTail(
  { client, isThreadkitError }: RewriteContext,
  threadId: string,
  { messages, kept }: Tail,
  onDeleted: (messageId: string) => void,
): Promise<readonly RunObject[]> {
  for (const { id } of messages) {
    await client.deleteMessage(threadId, id).catch((error: unknown) => {
      const isDeleted = isThreadkitError(error) && error.status === 404;
      if (!isDeleted) throw error;
    });
    onDeleted(id);
  }
  const { data: runs } = await client.listRuns(threadId, { limit: MAX_PAGE_SIZE, order: 'desc' });
  const replaced = runs.filter(
    (run) => (run.thread_id ?? threadId) === threadId && !run.metadata?.[REPLACED] && isAfter(run, kept),
  );
  return Promise.all(
    replaced.map((run) =>
      client.modifyRun(threadId, run.id, { metadata: { ...run.metadata, [REPLACED]: 'true' } }),
    ),
  );
}

/** Runs are not deleted with their messages: runs after the last kept message are marked as replaced. */
function isAfter(run: RunObject, kept: MessageObject | undefined): boolean {
  return !kept || (run.id !== kept.run_id && run.created_at >= kept.created_at);
}

/**
 * Copies a thread's messages, up to and including `lastMessageId`, into a new thread. Steps, annotations and the run and
 * assistant of a message are not copied: the API cannot write them.
 */
export async function copyThread(
  context: RewriteContext,
  threadId: string,
  lastMessageId: string | undefined,
): Promise<string> {
  const copies: CreateMessageRequest[] = [];
  const runs = new Map<unknown, string | null>();
  let isKept = false;
  for await (const message of newestFirst(context, threadId)) {
    const { id, run_id: runId, metadata } = message;
    isKept ||= id === lastMessageId;
    // Superseded messages are left out: in the copy their mark would name no message and not hide them.
    const isSuperseded = runId !== null && runs.get(metadata?.[SUPERSEDED_BY]) === runId;
    runs.set(id, runId);
    const copy = isKept && !isSuperseded ? toRequest(message) : undefined;
    if (copy) copies.push(copy);
  }
  copies.reverse();
  const { id } = await context.client.createThread({
    messages: copies.slice(0, MAX_INITIAL_MESSAGES),
    metadata: { [BRANCHED_FROM]: threadId },
  });
  for (const copy of copies.slice(MAX_INITIAL_MESSAGES)) await context.client.createMessage(id, copy);
  return id;
}

/** Undefined for a message without content that the API accepts. */
function toRequest({
  role,
  content,
  attachments,
  metadata,
}: MessageObject): CreateMessageRequest | undefined {
  const parts = content.flatMap((part): MessagePartParam[] => {
    if (part.type === 'text') return part.text.value === '' ? [] : [{ type: 'text', text: readable(part) }];
    if (part.type === 'refusal') return [{ type: 'text', text: part.refusal }];
    // The API rejects parts of unknown types.
    return part.type === 'image_file' || part.type === 'image_url' ? [part] : [];
  });
  return parts.length === 0
    ? undefined
    : { role, content: parts, attachments: attachments ?? null, metadata };
}

/** A text without its annotations: markers of citations, `【4:0†handbook.md】`, become the file names in them. */
function readable({ text: { value, annotations } }: TextContentPart): string {
  return annotations.length === 0 ? value : value.replace(/【[^【】†]*†([^【】]*)】/g, '($1)');
}

function newestFirst(
  { client, paginate }: RewriteContext,
  threadId: string,
): AsyncGenerator<MessageObject, void> {
  return paginate((after) => client.listMessages(threadId, { limit: MAX_PAGE_SIZE, order: 'desc', after }));
}
