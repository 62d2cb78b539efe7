import type { CreateVectorStoreFileRequest, FileObject } from '@threadkit/core/api';
import { badRequest, HttpError, notFound } from '../http/http-error.ts';
import { hasExpired } from '../storage/vector-store-objects.ts';
import type {
  AddStoreFilesResult,
  NewVectorStoreFile,
  VectorStoreRecord,
  VectorStoreStorage,
} from '../storage/vector-store-storage.ts';
import { MAX_STORE_FILES } from '../storage/vector-store-storage.ts';
import type { Call } from './handler.ts';
import { toStaticChunking } from './objects/vector-store-object.ts';

/** Files that are read at once. */
const READ_AT_ONCE = 20;

/** The vector stores of the storage, or 404. */
export function requireVectorStores({ server }: Pick<Call, 'server'>): VectorStoreStorage {
  const { vectorStores } = server.storage;
  if (vectorStores) return vectorStores;
  throw noVectorStores();
}

export function noVectorStores(): HttpError {
  return new HttpError(
    404,
    'This server has no vector stores, because its storage does not keep them. Give createServer a storage with vectorStores.',
    { code: 'vector_stores_unavailable' },
  );
}

/** The vector store in the path, or 404. */
export async function requireVectorStore(call: Call): Promise<VectorStoreRecord> {
  const id = call.ids.vector_store_id;
  const store = await requireVectorStores(call).get({ owner: call.owner }, id);
  if (!store) throw notFound('vectorStore', id);
  return store;
}

/** The vector store in the path, or 404, or 400 when it has expired. */
export async function requireUsableVectorStore(call: Call): Promise<VectorStoreRecord> {
  const store = await requireVectorStore(call);
  if (hasExpired(store, call.server.at())) throw vectorStoreExpired(store.id);
  return store;
}

export function vectorStoreExpired(id: string): HttpError {
  return badRequest(
    `The vector store '${id}' has expired, and its contents are gone. Create a new one and add the files to it.`,
    { code: 'vector_store_expired' },
  );
}

/** Throws unless the files were added. */
export function checkAdded(result: AddStoreFilesResult, storeId: string): void {
  switch (result) {
    case 'added':
      return;
    case 'missing':
      throw notFound('vectorStore', storeId);
    case 'expired':
      throw vectorStoreExpired(storeId);
    case 'full':
      throw badRequest(
        `The vector store '${storeId}' would have more than ${MAX_STORE_FILES} files. Remove files from it, or add these to another one.`,
        { code: 'vector_store_full' },
      );
  }
}

/** What to add to a vector store for these requests. Throws 404 with the id of a file that the owner does not have. */
export async function requireFiles(
  { server, owner }: Pick<Call, 'server' | 'owner'>,
  requests: readonly CreateVectorStoreFileRequest[],
): Promise<NewVectorStoreFile[]> {
  const files: NewVectorStoreFile[] = [];
  for (let at = 0; at < requests.length; at += READ_AT_ONCE) {
    const some = requests.slice(at, at + READ_AT_ONCE);
    const found = await Promise.all(some.map(({ file_id: id }) => server.storage.files.get({ owner }, id)));
    files.push(...some.map((request, index) => newStoreFile(request, found[index])));
  }
  return files;
}

function newStoreFile(
  { file_id: id, attributes, chunking_strategy: chunking }: CreateVectorStoreFileRequest,
  file: FileObject | undefined,
): NewVectorStoreFile {
  if (!file) throw notFound('file', id);
  return {
    fileId: id,
    filename: file.filename,
    attributes: attributes ?? null,
    chunkingStrategy: toStaticChunking(chunking),
  };
}
