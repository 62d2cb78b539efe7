import type { VectorStoreSearchPage } from '@threadkit/core/api';
import { notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readListParams } from '../http/read-query.ts';
import type { FoundChunk } from '../retrieval/search-vector-store.ts';
import {
  createVectorStoreBody,
  modifyVectorStoreBody,
  searchVectorStoreBody,
} from '../schemas/vector-store-body.ts';
import { hasExpired } from '../storage/vector-store-objects.ts';
import type { NewVectorStore } from '../storage/vector-store-storage.ts';
import type { Handlers } from './handler.ts';
import { newVectorStoreObject, toVectorStoreObject } from './objects/vector-store-object.ts';
import { listResponse } from './responses.ts';
import {
  noVectorStores,
  requireFiles,
  requireUsableVectorStore,
  requireVectorStore,
  requireVectorStores,
  vectorStoreExpired,
} from './vector-store-guards.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

/** The contract's default of `max_num_results`. */
const DEFAULT_RESULTS = 10;

export const vectorStoreHandlers: Handlers = {
  async createVectorStore(call) {
    const { server, owner, quotas } = call;
    const stores = requireVectorStores(call);
    const given = createVectorStoreBody(call.body ?? {}, '');
    const requests = [...new Set(given.file_ids)].map((id) => ({
      file_id: id,
      ...(given.chunking_strategy && { chunking_strategy: given.chunking_strategy }),
    }));
    const files = await requireFiles(call, requests);
    const now = server.at();
    const store: NewVectorStore = {
      id: server.newId('vs'),
      created_at: now,
      name: given.name ?? null,
      description: given.description ?? null,
      expires_after: given.expires_after ?? null,
      last_active_at: now,
      metadata: given.metadata ?? {},
    };
    const object = newVectorStoreObject(store, files.length);
    await stores.create({ owner }, store, files, { ...toIdempotencyRecord(call, object), quotas });
    return jsonResponse(object);
  },

  async listVectorStores(call) {
    const stores = requireVectorStores(call);
    const params = readListParams(call.query);
    const page = await stores.list({ owner: call.owner }, params);
    const now = call.server.at();
    return listResponse(
      page && { ...page, data: page.data.map((store) => toVectorStoreObject(store, now)) },
      params,
    );
  },

  async getVectorStore(call) {
    return jsonResponse(toVectorStoreObject(await requireVectorStore(call), call.server.at()));
  },

  async modifyVectorStore(call) {
    const { server, owner, ids, body } = call;
    const stores = requireVectorStores(call);
    const given = modifyVectorStoreBody(body, '');
    const now = server.at();
    const before = await requireVectorStore(call);
    if (given.expires_after !== undefined && hasExpired(before, now)) throw vectorStoreExpired(before.id);
    const store = await stores.update({ owner }, ids.vector_store_id, {
      ...(given.name !== undefined && { name: given.name }),
      ...(given.metadata !== undefined && { metadata: given.metadata ?? {} }),
      // The days count from now: those since the last use may be more than the new number of them.
      ...(given.expires_after !== undefined && { expires_after: given.expires_after, last_active_at: now }),
    });
    if (!store) throw notFound('vectorStore', ids.vector_store_id);
    return jsonResponse(toVectorStoreObject(store, now));
  },

  async deleteVectorStore(call) {
    const id = call.ids.vector_store_id;
    if (!(await requireVectorStores(call).delete({ owner: call.owner }, id))) {
      throw notFound('vectorStore', id);
    }
    return jsonResponse({ id, object: 'vector_store.deleted', deleted: true });
  },

  async searchVectorStore(call) {
    const { server, owner, body } = call;
    const stores = requireVectorStores(call);
    const search = server.searchVectorStores;
    if (!search) throw noVectorStores();
    const {
      query: queries,
      filters,
      max_num_results: limit,
      ranking_options: ranking,
    } = searchVectorStoreBody(body, '');
    const { id, last_active_at: before } = await requireUsableVectorStore(call);
    const now = server.at();
    if (now > before) await stores.update({ owner }, id, { last_active_at: now });
    const found = await search({
      stores: [{ scope: { owner }, id }],
      queries,
      filter: filters,
      limit: limit ?? DEFAULT_RESULTS,
      scoreThreshold: ranking?.score_threshold,
    });
    return jsonResponse(toSearchPage(queries, found));
  },
};

/** The queries are not rewritten: that would need a model. */
function toSearchPage(queries: readonly string[], found: readonly FoundChunk[]): VectorStoreSearchPage {
  return {
    object: 'vector_store.search_results.page',
    search_query: queries,
    data: found.map(({ fileId, filename, score, attributes, text }) => ({
      file_id: fileId,
      filename,
      score,
      attributes,
      content: [{ type: 'text', text }],
    })),
    has_more: false,
    next_page: null,
  };
}
