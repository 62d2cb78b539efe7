import type { AssistantTool, CreateRunRequest, MessageObject, RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { asRunOf } from '../../run/is-of-run.ts';
import type { AnyTool } from '../../tools/tool.ts';
import { mayHaveActed, type OpenStream, openStream } from '../follow/event-stream.ts';
import { requireRunOf } from '../follow/read-run.ts';
import { isSameMessage } from '../state/optimistic-message.ts';
import type { SendOptions } from '../state/thread-snapshot.ts';
import type { SentEntry } from '../state/thread-state.ts';
import { toolsForRun } from '../tools/tool-registry.ts';

/** A clock may differ by this much before a stored message counts as older than its send. */
const SAME_SEND_S = 5;

/** Ids this page knows the meaning of: what it looks for after a lost answer is not among them. */
export interface SeenIds {
  has(id: string): boolean;
}

/** Finds the message that an earlier try created although its answer was lost. */
export async function findLostMessage(
  client: AssistantsApi,
  threadId: string,
  { message: sent, sentAt }: Pick<SentEntry, 'message' | 'sentAt'>,
  known: SeenIds,
): Promise<MessageObject | undefined> {
  const { data } = await client.listMessages(threadId, { limit: 10, order: 'desc' });
  const earliest = (sentAt + client.clockSkewMs) / 1_000 - SAME_SEND_S;
  return data.find(
    (message) => !known.has(message.id) && message.created_at >= earliest && isSameMessage(message, sent),
  );
}

/** The wire body of a run: overrides, and the tools of assistant and page together where that is needed. */
export async function buildRunRequest(
  client: AssistantsApi,
  assistantId: string,
  registered: readonly AnyTool[],
  overrides: SendOptions['runParams'],
): Promise<CreateRunRequest> {
  const request: CreateRunRequest = { ...overrides, assistant_id: assistantId };
  if (registered.length === 0) return request;
  const declared: readonly AssistantTool[] =
    overrides?.tools ?? (await client.getAssistant(assistantId)).tools;
  const tools = toolsForRun(declared, registered);
  return tools ? { ...request, tools } : request;
}

/** A run that exists, with the rest of its stream; undefined stream: its answer was lost, look for it. */
export interface StartedRun {
  readonly run: RunObject;
  readonly stream: OpenStream | undefined;
}

/**
 * Starts a run and waits until it exists. When the answer is lost on the way, looks whether the run was
 * created before saying that it failed: a second one must not be started. A run of another thread is refused: its tools
 * must not be executed, nor their outputs be sent there.
 */
export async function startRunOnce(
  client: AssistantsApi,
  threadId: string,
  request: CreateRunRequest,
  message: MessageObject,
  known: SeenIds,
  signal: AbortSignal,
): Promise<StartedRun> {
  let stream: OpenStream | undefined;
  try {
    const opened = await openStream(signal, (options) => client.streamRun(threadId, request, options));
    stream = opened.stream;
    const { first } = opened;
    if (first?.event === 'thread.run.created') return { run: requireRunOf(threadId, first.data), stream };
    const began = first ? `began the run with "${first.event}"` : 'closed the stream';
    throw new ThreadkitError('stream', `The server ${began} instead of creating the run.`);
  } catch (error) {
    stream?.close();
    if (!mayHaveActed(error)) throw error;
    const run = await findLostRun(client, threadId, message, known).catch(() => undefined);
    if (!run) throw error;
    return { run, stream: undefined };
  }
}

/** Finds the run that an earlier try started although its answer was lost. */
export async function findLostRun(
  client: AssistantsApi,
  threadId: string,
  { created_at: earliest }: MessageObject,
  known: SeenIds,
): Promise<RunObject | undefined> {
  const newest = await findNewestRun(client, threadId);
  return newest && !known.has(newest.id) && newest.created_at >= earliest ? newest : undefined;
}

/** The thread's newest run. While it is active it holds the thread's lock. Runs of other threads are skipped. */
export async function findNewestRun(client: AssistantsApi, threadId: string): Promise<RunObject | undefined> {
  const { data } = await client.listRuns(threadId, { limit: 1, order: 'desc' });
  return data.map((run) => asRunOf(threadId, run)).find(Boolean);
}
