import type OpenAI from 'openai';
import { toFile } from 'openai';
import { expect, onTestFinished } from 'vitest';
import type { Storage } from '../../src/storage/storage.ts';
import { processStoreFiles } from '../../src/testing/process-store-files.ts';
import { POLL } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

const textFile = (name: string, text: string) => toFile(Buffer.from(text), name);

async function upload(client: OpenAI, name: string, text = `The text of ${name}.`): Promise<string> {
  return (await client.files.create({ file: await textFile(name, text), purpose: 'assistants' })).id;
}

/** Processes files as soon as they are added. */
function processAddedFiles(storage: Storage): void {
  const stop = storage.vectorStores?.onIngest(() => void processStoreFiles(storage));
  onTestFinished(() => stop?.());
}

sdkTest(
  'the SDK creates, reads, modifies and deletes a vector store',
  ['createVectorStore', 'getVectorStore', 'modifyVectorStore', 'deleteVectorStore'],
  async ({ client, sdk }) => {
    const stores = client.vectorStores;
    const created = await stores.create({
      name: 'Handbook',
      description: 'For all.',
      file_ids: [await upload(client, 'a.txt')],
      chunking_strategy: { type: 'auto' },
      expires_after: { anchor: 'last_active_at', days: 7 },
      metadata: { team: 'blue' },
    });
    expect(created).toMatchObject({ name: 'Handbook', metadata: { team: 'blue' } });
    expect(created.file_counts.total).toBe(1);
    expect(created.expires_at).toBe((created.last_active_at ?? 0) + 7 * 86_400);
    expect((await stores.retrieve(created.id)).id).toBe(created.id);
    const modified = await stores.update(created.id, { name: null, metadata: {}, expires_after: null });
    expect(modified).toMatchObject({ name: null, metadata: {}, expires_after: null, expires_at: null });
    expect(await stores.delete(created.id)).toEqual({
      id: created.id,
      object: 'vector_store.deleted',
      deleted: true,
    });
    await expect(stores.retrieve(created.id)).rejects.toBeInstanceOf(sdk.NotFoundError);
  },
);

sdkTest(
  'the SDK pages through vector stores by auto-pagination',
  ['listVectorStores'],
  async ({ client: { vectorStores } }) => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push((await vectorStores.create({})).id);
    const listed: string[] = [];
    for await (const { id } of vectorStores.list({ limit: 2, order: 'asc' })) listed.push(id);
    expect(listed).toEqual(made);
  },
);

sdkTest(
  'the SDK adds a file, polls it until it is processed, and reads its text',
  ['createVectorStoreFile', 'getVectorStoreFile', 'getVectorStoreFileContent'],
  async ({ client, storage }) => {
    processAddedFiles(storage);
    const { id } = await client.vectorStores.create({});
    const fileId = await upload(client, 'a.md', 'Größe: 🧵\n\n"quoted"');
    const file = await client.vectorStores.files.createAndPoll(
      id,
      { file_id: fileId, attributes: { year: 2026 } },
      POLL,
    );
    expect(file).toMatchObject({ id: fileId, status: 'completed', attributes: { year: 2026 } });
    const parts: string[] = [];
    for await (const { text } of client.vectorStores.files.content(fileId, { vector_store_id: id })) {
      parts.push(text ?? '');
    }
    expect(parts.join('')).toBe('Größe: 🧵\n\n"quoted"');
  },
);

sdkTest(
  'the SDK uploads a file to a vector store, and polls it until it has failed',
  ['createFile', 'createVectorStoreFile', 'getVectorStoreFile'],
  async ({ client, storage }) => {
    processAddedFiles(storage);
    const { id } = await client.vectorStores.create({});
    const binary = await toFile(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2]), 'a.jpg');
    const file = await client.vectorStores.files.uploadAndPoll(id, binary, POLL);
    expect(file.status).toBe('failed');
    expect(file.last_error).toMatchObject({ code: 'unsupported_file' });
  },
);

sdkTest(
  'the SDK lists, modifies and removes files of a vector store',
  ['listVectorStoreFiles', 'modifyVectorStoreFile', 'deleteVectorStoreFile'],
  async ({ client }) => {
    const ids = [await upload(client, 'a.txt'), await upload(client, 'b.txt'), await upload(client, 'c.txt')];
    const { id } = await client.vectorStores.create({ file_ids: ids });
    const { files } = client.vectorStores;
    const listed: string[] = [];
    for await (const file of files.list(id, { limit: 2, order: 'asc' })) listed.push(file.id);
    expect(listed).toEqual(ids);
    expect((await files.list(id, { filter: 'failed' })).data).toEqual([]);
    const [first = ''] = ids;
    const place = { vector_store_id: id };
    const modified = await files.update(first, { ...place, attributes: { team: 'blue', year: 2026 } });
    expect(modified.attributes).toEqual({ team: 'blue', year: 2026 });
    expect(await files.delete(first, place)).toEqual({
      id: first,
      object: 'vector_store.file.deleted',
      deleted: true,
    });
    expect((await files.list(id, { order: 'asc' })).data.map((file) => file.id)).toEqual(ids.slice(1));
  },
);

sdkTest(
  'the SDK adds a batch of files, polls it until they are processed, and lists them',
  ['createVectorStoreFileBatch', 'getVectorStoreFileBatch', 'listVectorStoreFileBatchFiles'],
  async ({ client, storage }) => {
    processAddedFiles(storage);
    const { id } = await client.vectorStores.create({ file_ids: [await upload(client, 'other.txt')] });
    const ids = [await upload(client, 'a.txt'), await upload(client, 'b.txt')];
    const { fileBatches } = client.vectorStores;
    const batch = await fileBatches.createAndPoll(
      id,
      { files: ids.map((fileId) => ({ file_id: fileId })) },
      POLL,
    );
    expect(batch).toMatchObject({ status: 'completed', file_counts: { completed: 2, total: 2 } });
    const listed: string[] = [];
    for await (const file of fileBatches.listFiles(batch.id, {
      vector_store_id: id,
      limit: 1,
      order: 'asc',
    })) {
      listed.push(file.id);
    }
    expect(listed).toEqual(ids);
  },
);

sdkTest(
  'the SDK uploads several files as a batch',
  ['createFile', 'createVectorStoreFileBatch', 'getVectorStoreFileBatch'],
  async ({ client, storage }) => {
    processAddedFiles(storage);
    const { id } = await client.vectorStores.create({});
    const files = [await textFile('a.txt', 'One.'), await textFile('b.txt', 'Two.')];
    const fileIds = [await upload(client, 'c.txt')];
    const batch = await client.vectorStores.fileBatches.uploadAndPoll(id, { files, fileIds }, POLL);
    expect(batch.file_counts).toMatchObject({ completed: 3, total: 3 });
  },
);

sdkTest(
  'the SDK cancels a batch',
  ['createVectorStoreFileBatch', 'cancelVectorStoreFileBatch'],
  async ({ client }) => {
    const { id } = await client.vectorStores.create({});
    const { fileBatches } = client.vectorStores;
    const batch = await fileBatches.create(id, { file_ids: [await upload(client, 'a.txt')] });
    const cancelled = await fileBatches.cancel(batch.id, { vector_store_id: id });
    expect(cancelled.file_counts.in_progress).toBe(0);
  },
);

sdkTest(
  'the SDK searches a vector store by several queries and a filter',
  ['searchVectorStore'],
  async ({ client, storage }) => {
    processAddedFiles(storage);
    const { id } = await client.vectorStores.create({});
    const [cats, dogs] = [
      await upload(client, 'cats.md', 'Cats sleep by day.'),
      await upload(client, 'dogs.md', 'Dogs sleep by night.'),
    ];
    await client.vectorStores.fileBatches.createAndPoll(
      id,
      {
        files: [
          { file_id: cats, attributes: { kind: 'cat' } },
          { file_id: dogs, attributes: { kind: 'dog' } },
        ],
      },
      POLL,
    );
    const search = async (filters?: OpenAI.ComparisonFilter) => {
      const found: string[] = [];
      const body = { query: ['cats', 'sleep'], max_num_results: 5, ...(filters && { filters }) };
      for await (const { filename } of client.vectorStores.search(id, body)) found.push(filename);
      return found;
    };
    expect(await search()).toEqual(['cats.md', 'dogs.md']);
    expect(await search({ type: 'eq', key: 'kind', value: 'dog' })).toEqual(['dogs.md']);
  },
);
