import type { CreateRunRequest, MessageObject, RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { mayHaveSucceeded, type OpenStream, openStream } from '../follow/event-stream.ts';
import { requireRunOf } from '../follow/read-run.ts';
import { findLostRun, type SeenIds } from './find-lost.ts';

/** A run that exists on the server. */
export interface StartedRun {
  readonly run: RunObject;
  /** The rest of its stream. Undefined when the response was lost and the run was found afterwards. */
  readonly stream: OpenStream | undefined;
}

/**
 * Starts one run and resolves once it exists. When the response is lost, looks for the run before it rejects, so that no
 * second run is started. Rejects a run of another thread: its tools must not be executed, nor outputs sent there.
 */
export async function startRunOnce(
  client: AssistantsApi,
  threadId: string,
  request: CreateRunRequest,
  message: MessageObject,
  seenIds: SeenIds,
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
    if (!mayHaveSucceeded(error)) throw error;
    const run = await findLostRun(client, threadId, message, seenIds).catch(() => undefined);
    if (!run) throw error;
    return { run, stream: undefined };
  }
}
