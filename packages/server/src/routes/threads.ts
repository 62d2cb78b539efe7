import type { ThreadObject } from '@threadkit/core/api';
import { notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readListParams } from '../http/read-query.ts';
import { createThreadBody, modifyThreadBody } from '../schemas/thread-body.ts';
import { vectorStoreOfThread } from './attached-vector-store.ts';
import { requireThread } from './guards.ts';
import type { Handlers } from './handler.ts';
import { toThreadResponse, withResourceDefaults } from './objects/service-defaults.ts';
import { newThread } from './objects/thread-object.ts';
import { listResponse } from './responses.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

export const threadHandlers: Handlers = {
  async createThread(call) {
    const { server, owner, body } = call;
    const given = createThreadBody(body ?? {}, '');
    const vectorStore = await vectorStoreOfThread(call, given);
    const { thread, messages } = newThread(server, given, vectorStore?.store.id);
    await server.storage.createThread({ owner }, thread, messages, {
      ...toIdempotencyRecord(call, thread),
      vectorStore,
      quotas: call.quotas,
    });
    return jsonResponse(thread);
  },

  async listThreads({ server, owner, query }) {
    const params = readListParams(query);
    const page = await server.storage.threads.list({ owner }, params);
    return listResponse(page && { ...page, data: page.data.map(toThreadResponse) }, params);
  },

  async getThread(call) {
    return jsonResponse(toThreadResponse(await requireThread(call)));
  },

  async modifyThread({ server, owner, ids, body }) {
    const given = modifyThreadBody(body, '');
    const patch: Partial<ThreadObject> = {
      ...(given.metadata !== undefined && { metadata: given.metadata ?? {} }),
      ...(given.tool_resources !== undefined && {
        tool_resources: withResourceDefaults(given.tool_resources),
      }),
    };
    const thread = await server.storage.threads.update({ owner }, ids.thread_id, patch);
    if (!thread) throw notFound('thread', ids.thread_id);
    return jsonResponse(thread);
  },

  async deleteThread({ server, owner, ids }) {
    if (!(await server.storage.threads.delete({ owner }, ids.thread_id))) {
      throw notFound('thread', ids.thread_id);
    }
    return jsonResponse({ id: ids.thread_id, object: 'thread.deleted', deleted: true });
  },
};
