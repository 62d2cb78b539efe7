import type { VectorStoreFileBatchObject, VectorStoreFileObject } from '@threadkit/core/api';
import { badRequest, type HttpError, notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readStoreFileListParams } from '../http/read-query.ts';
import { createVectorStoreFileBody, modifyVectorStoreFileBody } from '../schemas/vector-store-file-body.ts';
import type { Call, Handlers } from './handler.ts';
import { streamFileContent } from './objects/stream-file-content.ts';
import { listResponse } from './responses.ts';
import {
  checkAdded,
  requireFiles,
  requireUsableVectorStore,
  requireVectorStore,
  requireVectorStores,
} from './vector-store-guards.ts';

/** How soon a polling client should read an object that is being processed again. */
const POLL_AFTER_MS = 500;

export const vectorStoreFileHandlers: Handlers = {
  async createVectorStoreFile(call) {
    const { server, owner, ids, body, quotas } = call;
    const stores = requireVectorStores(call);
    const given = createVectorStoreFileBody(body, '');
    await requireUsableVectorStore(call);
    const files = await requireFiles(call, [given]);
    const storeId = ids.vector_store_id;
    const added = { at: server.at(), files, existing: 'replace' } as const;
    checkAdded(await stores.addFiles({ owner }, storeId, added, quotas), storeId);
    const file = await stores.getFile({ owner }, storeId, given.file_id);
    // Deleted meanwhile.
    if (!file) throw notFound('file', given.file_id);
    return processedResponse(file);
  },

  async listVectorStoreFiles(call) {
    const params = readStoreFileListParams(call.query);
    const { id } = await requireVectorStore(call);
    return listResponse(await requireVectorStores(call).listFiles({ owner: call.owner }, id, params), params);
  },

  async getVectorStoreFile(call) {
    return processedResponse(await requireStoreFile(call));
  },

  async modifyVectorStoreFile(call) {
    const { owner, ids } = call;
    const { attributes } = modifyVectorStoreFileBody(call.body, '');
    const { id } = await requireVectorStore(call);
    const file = await requireVectorStores(call).updateFile({ owner }, id, ids.file_id, attributes);
    if (!file) throw notFound('vectorStoreFile', ids.file_id);
    return processedResponse(file);
  },

  async deleteVectorStoreFile(call) {
    const { owner, ids } = call;
    const { id } = await requireVectorStore(call);
    if (!(await requireVectorStores(call).deleteFile({ owner }, id, ids.file_id))) {
      throw notFound('vectorStoreFile', ids.file_id);
    }
    return jsonResponse({ id: ids.file_id, object: 'vector_store.file.deleted', deleted: true });
  },

  async getVectorStoreFileContent(call) {
    const stores = requireVectorStores(call);
    await requireUsableVectorStore(call);
    const file = await requireStoreFile(call);
    const scope = { owner: call.owner };
    const find = () => stores.getSearchable(scope, file.vector_store_id, file.id);
    const content = await find();
    if (!content) throw notProcessed(file);
    return new Response(
      streamFileContent(
        (from, limit) => stores.readChunks(content.contentId, from, limit),
        async () => (await find())?.contentId === content.contentId,
      ),
      { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } },
    );
  },
};

/** An object that may be polled until it is processed. */
export function processedResponse(object: VectorStoreFileObject | VectorStoreFileBatchObject): Response {
  return jsonResponse(object, {
    headers: object.status === 'in_progress' ? { 'openai-poll-after-ms': String(POLL_AFTER_MS) } : {},
  });
}

/** The file in the path, or 404. */
async function requireStoreFile(call: Call): Promise<VectorStoreFileObject> {
  const { owner, ids } = call;
  const file = await requireVectorStores(call).getFile({ owner }, ids.vector_store_id, ids.file_id);
  if (file) return file;
  await requireVectorStore(call);
  throw notFound('vectorStoreFile', ids.file_id);
}

function notProcessed({ id, status, last_error: error }: VectorStoreFileObject): HttpError {
  const what = {
    in_progress: 'is still being processed. Try again when its status is completed',
    completed: 'was processed again in this moment. Try again',
    cancelled: 'was not processed, because its batch was cancelled. Add it again',
    failed: `could not be processed: ${error?.message ?? 'the reason is unknown.'} Replace it by a file that can`,
  }[status];
  return badRequest(`The file '${id}' has no content, because it ${what}.`, { code: 'file_not_processed' });
}
