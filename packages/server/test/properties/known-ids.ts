import type { FileObject, OperationName, VectorStoreOperationName } from '@threadkit/core/api';
import { getOwner } from '../../src/http/authorize.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type { Caller } from '../../src/testing/caller.ts';
import { processStoreFiles } from '../../src/testing/process-store-files.ts';
import { lastRun } from '../../src/testing/seen-events.ts';
import { startWeather } from '../../src/testing/weather-run.ts';
import { KNOWN_FILE } from './bodies.ts';

/** Operations that cannot be repeated on the same thread. */
const NEEDS_FREE_THREAD: readonly string[] = [
  'createRun',
  'createMessage',
  'deleteThread',
  'deleteMessage',
] satisfies OperationName[];

/** The owner without authorization. */
const EVERYONE = getOwner({ id: 'everyone', role: 'admin' });

/** They end the life of their object: each request gets a new one. */
const NEEDS_NEW_STORE: readonly string[] = [
  'deleteVectorStore',
  'deleteVectorStoreFile',
] satisfies VectorStoreOperationName[];

export type KnownIds = Readonly<Record<string, string>>;

/** A thread with one object of each kind: with a waiting run, or an ended one. Or a vector store with a processed file. */
export async function makeIds(caller: Caller, storage: Storage, operation: string): Promise<KnownIds> {
  if (operation.includes('VectorStore')) {
    await storeKnownFile(storage);
    const ids = await newStore(caller);
    await processStoreFiles(storage);
    return ids;
  }
  const waits = operation === 'submitToolOutputsToRun' || operation === 'cancelRun';
  const run = waits ? await startWeather(caller, { stream: false }) : await endedRun(caller);
  const place = `/threads/${run.thread_id}`;
  const messages = await caller.ask('messages', 'GET', `${place}/messages`);
  const steps = await caller.ask('steps', 'GET', `${place}/runs/${run.id}/steps`);
  return {
    assistant_id: operation === 'modifyAssistant' ? await ownAssistant(caller) : 'asst_demo',
    thread_id: run.thread_id,
    run_id: run.id,
    message_id: messages.data[0]?.id ?? '',
    step_id: steps.data[0]?.id ?? '',
  };
}

/** The same ids, with an unlocked thread or a new vector store when the operation needs one. */
export async function freshIds(caller: Caller, operation: string, known: KnownIds): Promise<KnownIds> {
  if (NEEDS_NEW_STORE.includes(operation)) return newStore(caller);
  if (!NEEDS_FREE_THREAD.includes(operation)) return known;
  const thread = await caller.newThread('hello');
  const messages = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
  return { ...known, thread_id: thread.id, message_id: messages.data[0]?.id ?? '' };
}

/** A shared assistant may only be given files and vector stores of the caller. */
async function ownAssistant(caller: Caller): Promise<string> {
  return (await caller.ask('assistant', 'POST', '/assistants', { model: 'demo-model' })).id;
}

async function endedRun(caller: Caller) {
  const thread = await caller.newThread('hello');
  const body = { assistant_id: 'asst_demo', stream: true };
  return lastRun(await caller.stream('POST', `/threads/${thread.id}/runs`, body));
}

async function storeKnownFile(storage: Storage): Promise<void> {
  const content = new Blob(['some text']).stream();
  const toFile = (bytes: number): FileObject => ({
    id: KNOWN_FILE,
    object: 'file',
    bytes,
    created_at: 1_700_000_000,
    expires_at: null,
    filename: 'a.txt',
    purpose: 'assistants',
    status: 'processed',
  });
  await storage.createFile({ owner: EVERYONE }, { id: KNOWN_FILE, content, toFile });
}

async function newStore(caller: Caller): Promise<KnownIds> {
  const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', {});
  const batch = await caller.ask('fileBatch', 'POST', `/vector_stores/${id}/file_batches`, {
    file_ids: [KNOWN_FILE],
  });
  return { vector_store_id: id, file_id: KNOWN_FILE, batch_id: batch.id };
}
