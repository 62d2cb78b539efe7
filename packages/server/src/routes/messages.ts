import { badRequest, notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readListParams } from '../http/read-query.ts';
import { newMessage } from '../runs/new-message.ts';
import { createMessageBody, modifyMessageBody } from '../schemas/message-body.ts';
import { vectorStoreOfMessages } from './attached-vector-store.ts';
import { requireThread } from './guards.ts';
import type { Call, Handlers } from './handler.ts';
import { tooManyFiles } from './objects/too-many-files.ts';
import { listResponse } from './responses.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

export const messageHandlers: Handlers = {
  async createMessage(call) {
    const { server, owner, ids, body } = call;
    const message = newMessage(createMessageBody(body, ''), {
      id: server.newId('msg'),
      threadId: ids.thread_id,
      at: server.at(),
    });
    const vectorStore = await vectorStoreOfMessages(call, [message]);
    const added = await server.storage.addMessage({ owner }, message, {
      ...toIdempotencyRecord(call, message),
      vectorStore,
      quotas: call.quotas,
    });
    if (added.ok) return jsonResponse(message);
    if (added.reason === 'missing') throw notFound('thread', ids.thread_id);
    if (added.reason === 'files') throw tooManyFiles(added.count);
    throw badRequest(`Can't add messages to ${ids.thread_id} while a run ${added.runId} is active.`);
  },

  async listMessages(call) {
    const { server, owner, ids, query } = call;
    const params = readListParams(query);
    await requireThread(call);
    const runId = query.get('run_id');
    const scope = { owner, threadId: ids.thread_id, ...(runId !== null && { runId }) };
    return listResponse(await server.storage.messages.list(scope, params), params);
  },

  async getMessage(call) {
    const { server, owner, ids } = call;
    await requireThread(call);
    const message = await server.storage.messages.get({ owner, threadId: ids.thread_id }, ids.message_id);
    if (!message) throw notFound('message', ids.message_id);
    return jsonResponse(message);
  },

  async modifyMessage(call) {
    const { server, owner, ids, body } = call;
    const given = modifyMessageBody(body, '');
    await requireWritten(call, 'update');
    const message = await server.storage.messages.update(
      { owner, threadId: ids.thread_id },
      ids.message_id,
      given.metadata === undefined ? {} : { metadata: given.metadata ?? {} },
    );
    if (!message) throw notFound('message', ids.message_id);
    return jsonResponse(message);
  },

  async deleteMessage(call) {
    const { server, owner, ids } = call;
    await requireWritten(call, 'delete');
    if (!(await server.storage.messages.delete({ owner, threadId: ids.thread_id }, ids.message_id))) {
      throw notFound('message', ids.message_id);
    }
    return jsonResponse({ id: ids.message_id, object: 'thread.message.deleted', deleted: true });
  },
};

/** A run rewrites its message in progress: an update or a deletion would be undone. */
async function requireWritten(call: Call, verb: 'update' | 'delete'): Promise<void> {
  const { server, owner, ids } = call;
  await requireThread(call);
  const message = await server.storage.messages.get({ owner, threadId: ids.thread_id }, ids.message_id);
  if (!message) throw notFound('message', ids.message_id);
  if (message.status === 'in_progress') throw badRequest(`Cannot ${verb} message with status 'in_progress'.`);
}
