import type { VectorStoreFileBatchObject } from '@threadkit/core/api';
import { notFound } from '../http/http-error.ts';
import { readStoreFileListParams } from '../http/read-query.ts';
import { createVectorStoreFileBatchBody } from '../schemas/vector-store-file-body.ts';
import type { Call, Handlers } from './handler.ts';
import { listResponse } from './responses.ts';
import { processedResponse } from './vector-store-files.ts';
import {
  checkAdded,
  requireFiles,
  requireUsableVectorStore,
  requireVectorStore,
  requireVectorStores,
} from './vector-store-guards.ts';

export const vectorStoreFileBatchHandlers: Handlers = {
  async createVectorStoreFileBatch(call) {
    const { server, owner, quotas } = call;
    const stores = requireVectorStores(call);
    const requests = createVectorStoreFileBatchBody(call.body, '');
    const { id: storeId } = await requireUsableVectorStore(call);
    const files = await requireFiles(call, requests);
    const batchId = server.newId('vsfb');
    const added = { at: server.at(), files, batchId, existing: 'replace' } as const;
    checkAdded(await stores.addFiles({ owner }, storeId, added, quotas), storeId);
    const batch = await stores.getBatch({ owner }, storeId, batchId);
    // Deleted meanwhile.
    if (!batch) throw notFound('vectorStore', storeId);
    return processedResponse(batch);
  },

  async getVectorStoreFileBatch(call) {
    return processedResponse(await requireBatch(call));
  },

  async cancelVectorStoreFileBatch(call) {
    const { owner, ids } = call;
    const { id: storeId } = await requireVectorStore(call);
    const batch = await requireVectorStores(call).cancelBatch({ owner }, storeId, ids.batch_id);
    if (!batch) throw notFound('fileBatch', ids.batch_id);
    return processedResponse(batch);
  },

  async listVectorStoreFileBatchFiles(call) {
    const params = readStoreFileListParams(call.query);
    const { id: batchId, vector_store_id: storeId } = await requireBatch(call);
    const page = await requireVectorStores(call).listFiles({ owner: call.owner }, storeId, {
      ...params,
      batchId,
    });
    return listResponse(page, params);
  },
};

/** The batch in the path, or 404. */
async function requireBatch(call: Call): Promise<VectorStoreFileBatchObject> {
  const { owner, ids } = call;
  const { id: storeId } = await requireVectorStore(call);
  const batch = await requireVectorStores(call).getBatch({ owner }, storeId, ids.batch_id);
  if (!batch) throw notFound('fileBatch', ids.batch_id);
  return batch;
}
