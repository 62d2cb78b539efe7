import type { AssistantObject, CreateRunRequest, MessageObject, ThreadObject } from '@threadkit/core/api';
import { badRequest, notFound } from '../http/http-error.ts';
import { quoteForLog } from '../shared/log.ts';
import type { AttachedVectorStore } from '../storage/vector-store-storage.ts';
import { refuseReservedNames, requireAssistant } from './guards.ts';
import type { Call } from './handler.ts';
import { limitRunOverrides } from './limit-run-overrides.ts';
import { runObject } from './objects/run-object.ts';
import { toThreadResponse } from './objects/service-defaults.ts';
import { tooManyFiles } from './objects/too-many-files.ts';
import { respondWithRun } from './respond-with-run.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

export interface RunStart {
  readonly body: CreateRunRequest & { stream?: boolean | null };
  readonly threadId: string;
  /** The new thread of `POST /threads/runs`. */
  readonly thread?: ThreadObject;
  readonly messages: readonly MessageObject[];
  /** For the files of the messages. */
  readonly vectorStore: AttachedVectorStore | undefined;
}

/** Validates and stores a run, wakes the worker and responds with the run or its events. */
export async function handleStartRun(call: Call, start: RunStart): Promise<Response> {
  const { server, owner } = call;
  const { threadId, thread, messages, vectorStore } = start;
  refuseReservedNames(server, start.body.tools);
  const assistant = await requireAssistant(call, start.body.assistant_id);
  const body = limitRunOverrides(call.principal, assistant, start.body);
  const run = runObject(assistant, body, { id: server.newId('run'), threadId, at: server.at() });
  if (!server.engineFor(run.model)) {
    server.log.write({
      level: 'warn',
      event: 'model_not_served',
      model: run.model,
      message: describeUnserved(run.model, assistant),
    });
    throw badRequest(`The requested model '${run.model}' does not exist.`, {
      param: 'model',
      code: 'model_not_found',
    });
  }
  if (run.instructions === null) await requireUserMessage(call, start);

  const started = await server.storage.startRun(
    { owner, threadId },
    {
      run,
      principal: call.principal,
      messages,
      ...(thread && { thread }),
      vectorStore,
      ...toIdempotencyRecord(call, run),
      quotas: call.quotas,
      events: [
        ...(thread ? [{ event: 'thread.created' as const, data: toThreadResponse(thread) }] : []),
        { event: 'thread.run.created', data: run },
        { event: 'thread.run.queued', data: run },
      ],
    },
  );
  if (!started.ok) {
    if (started.reason === 'missing') throw notFound('thread', threadId);
    if (started.reason === 'files') throw tooManyFiles(started.count);
    throw badRequest(`Thread ${threadId} already has an active run ${started.runId}.`);
  }
  server.worker.wake();
  return respondWithRun(call, run, { stream: body.stream === true, after: 0 });
}

/** Either the request or the assistant has chosen the model. */
function describeUnserved(model: string, assistant: AssistantObject): string {
  const [by, instead] =
    model === assistant.model
      ? [`of the assistant ${assistant.id}`, 'give the assistant another model']
      : [
          'that a run requested (its model)',
          `do not set the model of runs: the assistant ${assistant.id} has ${quoteForLog(assistant.model)}`,
        ];
  return `No engine serves the model ${quoteForLog(model)} ${by}. Return one for it from createServer's engine, or ${instead}.`;
}

async function requireUserMessage(
  { server, owner }: Call,
  { threadId, thread, messages }: RunStart,
): Promise<void> {
  if (messages.some(({ role }) => role === 'user')) return;
  if (!thread) {
    // Only the newest 100 messages are checked: a longer thread is accepted without a user message among them.
    const page = await server.storage.messages.list({ owner, threadId }, { order: 'desc', limit: 100 });
    if (page?.has_more || page?.data.some(({ role }) => role === 'user')) return;
  }
  throw badRequest('Run creation requires a Thread with a user message or an assistant with instructions.', {
    code: 'invalid_thread',
  });
}
