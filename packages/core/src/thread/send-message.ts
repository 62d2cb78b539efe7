import type { AssistantTool, CreateRunRequest, MessageObject, RunObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { isActive } from '../run/run-status.ts';
import type { AnyTool } from '../tools/define-tool.ts';
import { type OpenStream, openStream } from './open-stream.ts';
import { isSameMessage, toMessageRequest } from './optimistic-message.ts';
import type { SendInput, SendOptions } from './thread-snapshot.ts';
import { toolsForRun } from './tool-registry.ts';

/** A clock may differ by this much before a stored message counts as older than its send. */
const SAME_SEND_S = 5;

/** Creates the message, unless an earlier try whose answer was lost has done so. */
export async function createMessageOnce(
  client: AssistantsApi,
  threadId: string,
  input: SendInput,
  sent: MessageObject,
  isRetry: boolean,
): Promise<MessageObject> {
  if (isRetry) {
    const { data } = await client.listMessages(threadId, { limit: 10, order: 'desc' });
    const earliest = sent.created_at + client.clockSkewMs / 1_000 - SAME_SEND_S;
    const found = data.find((message) => message.created_at >= earliest && isSameMessage(message, sent));
    if (found) return found;
  }
  return client.createMessage(threadId, toMessageRequest(input));
}

/** The wire body of a run: overrides, and the tools of assistant and page together where that is needed. */
export async function buildRunRequest(
  client: AssistantsApi,
  assistantId: string,
  registered: readonly AnyTool[],
  overrides: SendOptions['run'],
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
 * created before saying that it failed: a second one must not be started.
 */
export async function startRunOnce(
  client: AssistantsApi,
  threadId: string,
  request: CreateRunRequest,
  message: MessageObject,
  signal: AbortSignal,
): Promise<StartedRun> {
  try {
    const { first, stream } = await openStream(signal, (options) =>
      client.streamRun(threadId, request, options),
    );
    if (!first) throw new ThreadkitError('stream', 'The server closed the stream before the run began.');
    const { event, data } = first;
    if (event === 'thread.run.created') return { run: data, stream };
    throw new ThreadkitError('stream', `The server began the run with "${event}" instead of its creation.`);
  } catch (error) {
    const isLost = error instanceof ThreadkitError && (error.kind === 'network' || error.kind === 'stream');
    if (!isLost) throw error;
    const run = await findRunSince(client, threadId, message.created_at).catch(() => undefined);
    if (!run) throw error;
    return { run, stream: undefined };
  }
}

async function findRunSince(
  client: AssistantsApi,
  threadId: string,
  createdAt: number,
): Promise<RunObject | undefined> {
  const { data } = await client.listRuns(threadId, { limit: 1, order: 'desc' });
  return data.find((run) => run.created_at >= createdAt);
}

/** The run that holds the thread's lock, if there is one. */
export async function findActiveRun(client: AssistantsApi, threadId: string): Promise<RunObject | undefined> {
  const { data } = await client.listRuns(threadId, { limit: 1, order: 'desc' });
  return data.find(isActive);
}
