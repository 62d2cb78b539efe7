import { isTerminal, type RunObject } from '@threadkit/core/api';
import { acceptsReasoning } from '../http/accepts-reasoning.ts';
import { badRequest, notFound } from '../http/http-error.ts';
import { readInteger, readListParams } from '../http/read-query.ts';
import { followEvents } from '../runs/follow-events.ts';
import { newMessage } from '../runs/new-message.ts';
import { canTransition, transitionRun } from '../runs/run-transitions.ts';
import { createRunBody, createThreadAndRunBody, modifyRunBody } from '../schemas/run-body.ts';
import { vectorStoreOfMessages, vectorStoreOfThread } from './attached-vector-store.ts';
import { requireAdmin, requireRun, requireThread } from './guards.ts';
import { handleStartRun } from './handle-start-run.ts';
import type { Handlers } from './handler.ts';
import { newThread } from './objects/thread-object.ts';
import { runResponse } from './respond-with-run.ts';
import { eventsExpired, listResponse } from './responses.ts';
import { submitToolOutputs } from './submit-tool-outputs.ts';

export const runHandlers: Handlers = {
  async createRun(call) {
    const { server, ids } = call;
    const body = createRunBody(call.body, '');
    await requireThread(call);
    const messages = (body.additional_messages ?? []).map((message) =>
      newMessage(message, { id: server.newId('msg'), threadId: ids.thread_id, at: server.at() }),
    );
    const vectorStore = await vectorStoreOfMessages(call, messages);
    return handleStartRun(call, { body, threadId: ids.thread_id, messages, vectorStore });
  },

  async createThreadAndRun(call) {
    const { thread: threadBody, tool_resources: resources, ...body } = createThreadAndRunBody(call.body, '');
    if (resources) requireAdmin(call.principal, "set 'tool_resources' on a run");
    const given = { ...threadBody, ...(resources && { tool_resources: resources }) };
    const vectorStore = await vectorStoreOfThread(call, given);
    const { thread, messages } = newThread(call.server, given, vectorStore?.store.id);
    return handleStartRun(call, { body, threadId: thread.id, thread, messages, vectorStore });
  },

  async listRuns(call) {
    const { server, owner, ids, query } = call;
    const params = readListParams(query);
    await requireThread(call);
    return listResponse(await server.storage.runs.list({ owner, threadId: ids.thread_id }, params), params);
  },

  async getRun(call) {
    return runResponse((await requireRun(call)).run);
  },

  async modifyRun(call) {
    const { server, owner, ids } = call;
    const given = modifyRunBody(call.body, '');
    const { run, seq } = await requireRun(call);
    if (!isTerminal(run)) throw badRequest(`Cannot update run with status '${run.status}'.`);
    if (given.metadata === undefined) return runResponse(run);
    const changed: RunObject = { ...run, metadata: given.metadata ?? {} };
    const outcome = await server.storage.commitTransition(
      { owner, threadId: ids.thread_id },
      run.id,
      { status: run.status, seq },
      { at: server.at(), events: [], run: changed },
    );
    // An ended run changes no more; it can only have been deleted with its thread.
    if (outcome !== 'committed') throw notFound('run', run.id);
    return runResponse(changed);
  },

  async cancelRun(call) {
    const { server, owner, ids } = call;
    // The run may change status between read and write; each iteration sees another status, so the loop ends.
    for (;;) {
      const { run } = await requireRun(call);
      if (!canTransition(run.status, 'cancelling')) {
        throw badRequest(`Cannot cancel run with status '${run.status}'.`);
      }
      const cancelling = transitionRun(run, { to: 'cancelling' }, server.at());
      const outcome = await server.storage.commitTransition(
        { owner, threadId: ids.thread_id },
        run.id,
        { status: run.status },
        { at: server.at(), run: cancelling, events: [{ event: 'thread.run.cancelling', data: cancelling }] },
      );
      if (outcome !== 'committed') continue;
      server.worker.noticeCancel(run.id);
      return runResponse(cancelling);
    }
  },

  submitToolOutputsToRun: submitToolOutputs,

  async streamRunEvents(call) {
    const { server, owner, ids, query, headers, stream } = call;
    const { run, droppedSeq } = await requireRun(call);
    const after = readAfter(query, headers);
    if (after < droppedSeq) throw eventsExpired(run.id);
    return stream((signal) =>
      followEvents(server, { owner, threadId: ids.thread_id }, run.id, {
        after,
        until: 'end',
        signal,
        reasoning: acceptsReasoning(headers),
      }),
    );
  },
};

/** `Last-Event-ID` wins over `after`: a reconnecting EventSource repeats its URL. */
function readAfter(query: URLSearchParams, headers: Headers): number {
  const after = readInteger(query, 'after', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  const heard = headers.get('last-event-id');
  return heard !== null && /^\d{1,15}$/.test(heard) ? Number(heard) : after;
}
