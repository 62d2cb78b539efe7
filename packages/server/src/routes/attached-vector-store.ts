import type { CreateToolResources, MessageAttachment, VectorStoreExpiration } from '@threadkit/core/api';
import {
  type AttachedVectorStore,
  MAX_STORE_FILES,
  type NewVectorStoreFile,
} from '../storage/vector-store-storage.ts';
import type { Call } from './handler.ts';
import { toStaticChunking } from './objects/vector-store-object.ts';
import { requireFiles } from './vector-store-guards.ts';

type Messages = readonly { readonly attachments?: readonly MessageAttachment[] | null | undefined }[];
type Resources = CreateToolResources | null | undefined;
type Caller = Pick<Call, 'server' | 'owner'>;

/** Of vector stores of threads, as the contract has it. */
const THREAD_STORE_EXPIRATION: VectorStoreExpiration = { anchor: 'last_active_at', days: 7 };

/** The vector store that comes into being with an assistant. Undefined for none. Throws 404 for an unknown file. */
export function vectorStoreOfAssistant(
  call: Caller,
  resources: Resources,
): Promise<AttachedVectorStore | undefined> {
  return attachedVectorStore(call, { resources, messages: [], expiresAfter: null });
}

/** The vector store for the files of a new thread and its messages. Undefined for none. Throws 404 for an unknown file of the thread. */
export function vectorStoreOfThread(
  call: Caller,
  { tool_resources: resources, messages = [] }: { tool_resources?: Resources; messages?: Messages },
): Promise<AttachedVectorStore | undefined> {
  return attachedVectorStore(call, { resources, messages, expiresAfter: THREAD_STORE_EXPIRATION });
}

/** The vector store for the files of messages, if their thread has none. Undefined when they have no files to search. */
export function vectorStoreOfMessages(
  call: Caller,
  messages: Messages,
): Promise<AttachedVectorStore | undefined> {
  return attachedVectorStore(call, { resources: null, messages, expiresAfter: THREAD_STORE_EXPIRATION });
}

/** Unknown attachments are left out, as they are accepted in messages. */
async function attachedVectorStore(
  call: Caller,
  {
    resources,
    messages,
    expiresAfter,
  }: {
    readonly resources: Resources;
    readonly messages: Messages;
    readonly expiresAfter: VectorStoreExpiration | null;
  },
): Promise<AttachedVectorStore | undefined> {
  const { server } = call;
  const helper = resources?.file_search?.vector_stores?.[0];
  const attachments = messages
    .flatMap((message) => message.attachments ?? [])
    .filter(({ tools }) => tools?.some(({ type }) => type === 'file_search'));
  if (!helper && attachments.length === 0) return undefined;
  const at = server.at();
  const store = {
    id: server.newId('vs'),
    created_at: at,
    name: null,
    description: null,
    metadata: helper?.metadata ?? {},
    expires_after: expiresAfter,
    last_active_at: at,
  };
  // Only the id is used.
  if (!server.storage.vectorStores) return { store, files: [] };
  const chunking = helper?.chunking_strategy;
  const requested = new Set(helper?.file_ids);
  const attached = new Set(attachments.flatMap(({ file_id: id }) => id ?? []));
  const requests = [...requested].map((id) => ({
    file_id: id,
    ...(chunking && { chunking_strategy: chunking }),
  }));
  const files = [
    ...(await requireFiles(call, requests)),
    ...(await findFiles(
      call,
      [...attached].filter((id) => !requested.has(id)),
    )),
  ];
  return { store, files: files.slice(0, MAX_STORE_FILES) };
}

async function findFiles({ server, owner }: Caller, ids: readonly string[]): Promise<NewVectorStoreFile[]> {
  const found = await Promise.all(ids.map((id) => server.storage.files.get({ owner }, id)));
  return found.flatMap((file) =>
    file
      ? {
          fileId: file.id,
          filename: file.filename,
          attributes: null,
          chunkingStrategy: toStaticChunking(undefined),
        }
      : [],
  );
}
