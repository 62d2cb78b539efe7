import type { AssistantObject } from '@threadkit/core/api';
import { forbidden, notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readListParams } from '../http/read-query.ts';
import { createAssistantBody, modifyAssistantBody } from '../schemas/assistant-body.ts';
import { SHARED_OWNER } from '../storage/storage.ts';
import { vectorStoreOfAssistant } from './attached-vector-store.ts';
import { refuseReservedNames, requireAdmin, requireAssistant } from './guards.ts';
import type { Call, Handlers } from './handler.ts';
import { assistantObject } from './objects/assistant-object.ts';
import { withResourceDefaults, withToolDefaults, withVectorStoreId } from './objects/service-defaults.ts';
import { listResponse } from './responses.ts';
import { refuseForeignResources } from './shared-assistant-resources.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

export const assistantHandlers: Handlers = {
  async createAssistant(call) {
    const { server, principal, owner, body } = call;
    requireAdmin(principal, 'create assistants');
    const { tool_resources: requested, ...fields } = createAssistantBody(body, '');
    refuseReservedNames(server, fields.tools);
    const vectorStore = await vectorStoreOfAssistant(call, requested);
    const resources = withVectorStoreId(requested, vectorStore?.store.id);
    const given = { ...fields, ...(resources !== undefined && { tool_resources: resources }) };
    const assistant = assistantObject(given, server.newId('asst'), server.at());
    await server.storage.createAssistant({ owner }, assistant, {
      ...toIdempotencyRecord(call, assistant),
      vectorStore,
      quotas: call.quotas,
    });
    return jsonResponse(assistant);
  },

  async listAssistants({ server, owner, query }) {
    const params = readListParams(query);
    return listResponse(await server.storage.assistants.list({ owner }, params), params);
  },

  async getAssistant(call) {
    return jsonResponse(await requireAssistant(call, call.ids.assistant_id));
  },

  async modifyAssistant(call) {
    requireAdmin(call.principal, 'change assistants');
    const { server, ids } = call;
    const patch = modifyAssistantBody(call.body, '');
    refuseReservedNames(server, patch.tools);
    const before = await server.storage.assistants.get({ owner: call.owner }, ids.assistant_id);
    if (!before) throw notFound('assistant', ids.assistant_id);
    const tools = patch.tools ? withToolDefaults(patch.tools) : before.tools;
    const change: Partial<AssistantObject> = {
      ...patch,
      // Null resets a field to its default.
      ...(patch.temperature === null && { temperature: 1 }),
      ...(patch.top_p === null && { top_p: 1 }),
      ...(patch.response_format === null && { response_format: 'auto' }),
      tools,
      metadata: patch.metadata === undefined ? before.metadata : (patch.metadata ?? {}),
      tool_resources: withResourceDefaults(
        patch.tool_resources === undefined ? before.tool_resources : patch.tool_resources,
        tools,
      ),
    };
    const after = await write(call, async (owner) => {
      if (owner === SHARED_OWNER) await refuseForeignResources(call, before, change);
      return server.storage.assistants.update({ owner }, ids.assistant_id, change);
    });
    return jsonResponse(after);
  },

  async deleteAssistant(call) {
    requireAdmin(call.principal, 'delete assistants');
    const id = call.ids.assistant_id;
    await write(
      call,
      async (owner) => (await call.server.storage.assistants.delete({ owner }, id)) || undefined,
    );
    return jsonResponse({ id, object: 'assistant.deleted', deleted: true });
  },
};

/** Writes the caller's own row, else the shared one, which only an admin without a tenant may change. */
async function write<T>(call: Call, act: (owner: string) => Promise<T | undefined>): Promise<T> {
  const own = await act(call.owner);
  if (own !== undefined) return own;
  const id = call.ids.assistant_id;
  const shared = await call.server.storage.assistants.get({ owner: SHARED_OWNER }, id);
  if (!shared) throw notFound('assistant', id);
  if (call.principal.tenant !== undefined) {
    throw forbidden(
      `The assistant '${id}' is shared by all tenants of this server; only its operator may change it.`,
    );
  }
  const written = await act(SHARED_OWNER);
  if (written === undefined) throw notFound('assistant', id);
  return written;
}
