import type { MessageObject, ThreadObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { Quotas } from '../storage/quota.ts';
import type { AttachedVectorStore, NewVectorStore } from '../storage/vector-store-storage.ts';
import { ANN, expectRefusal, TENANT } from './quota-contract.ts';
import {
  ALICE,
  ASSISTANT,
  aRun,
  BOB,
  created,
  message,
  type StorageFixture,
  THREAD,
} from './storage-fixture.ts';
import { FOR_A_DAY, STORE, storeFile, vectorStoreFixture } from './vector-store-fixture.ts';

/** Vector stores that come into being with threads, assistants and messages. */
export function describeAttachedVectorStores(fixture: StorageFixture): void {
  const own = vectorStoreFixture(fixture);
  const attached = (
    id: string,
    fileIds: readonly string[] = [],
    patch: Partial<NewVectorStore> = {},
  ): AttachedVectorStore => ({
    store: { ...STORE, ...patch, id },
    files: fileIds.map((fileId) => storeFile(fileId)),
  });

  /** A message whose file is to be searched. */
  const withFile = (id: string, threadId = 'thread_1'): MessageObject => ({
    ...message(id, threadId),
    attachments: [{ file_id: id, tools: [{ type: 'file_search' }] }],
  });

  const threadWith = (storeId: string, id = 'thread_1'): ThreadObject => ({
    ...THREAD,
    id,
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  });

  const startOf = (messages: readonly MessageObject[], vectorStore: AttachedVectorStore, id = '1') => {
    const run = aRun(`run_${id}`, `thread_${id}`);
    return { run, messages, events: created(run), vectorStore };
  };

  const storesOf = async (threadId = 'thread_1') =>
    (await fixture.storage.threads.get(ALICE, threadId))?.tool_resources?.file_search?.vector_store_ids;

  describe('attached vector stores', () => {
    it('a vector store is created with the thread that has its id, with its files', async () => {
      const vectorStore = attached('vs_1', ['a', 'b'], { metadata: { a: 'b' }, expires_after: FOR_A_DAY });
      let calls = 0;
      own.stores.onIngest(() => {
        calls += 1;
      });
      await fixture.storage.createThread(ALICE, threadWith('vs_1'), [], { vectorStore });
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject(vectorStore.store);
      expect(await own.statuses()).toEqual(['a in_progress', 'b in_progress']);
      expect(await own.stores.get(BOB, 'vs_1')).toBeUndefined();
      expect(calls).toBe(1);
    });

    it('a vector store is created with the assistant that has its id', async () => {
      const resources = { file_search: { vector_store_ids: ['vs_1'] } };
      const assistant = { ...ASSISTANT, tool_resources: resources };
      await fixture.storage.createAssistant(ALICE, assistant, { vectorStore: attached('vs_1', ['a']) });
      expect(await own.statuses()).toEqual(['a in_progress']);
      await fixture.storage.createAssistant(ALICE, ASSISTANT, { vectorStore: attached('vs_2', ['a']) });
      expect(await own.stores.get(ALICE, 'vs_2')).toBeUndefined();
    });

    it('a vector store is created for the first message with files to search, and gets those of later ones', async () => {
      await fixture.addThread();
      await fixture.storage.addMessage(ALICE, withFile('a'), { vectorStore: attached('vs_1', ['a']) });
      const later = attached('vs_2', ['b', 'a'], { created_at: 20 });
      await fixture.storage.addMessage(ALICE, withFile('b'), { vectorStore: later });
      await fixture.storage.startRun(
        ALICE,
        startOf([withFile('c')], attached('vs_3', ['c'], { created_at: 30 })),
      );
      expect(await storesOf()).toEqual(['vs_1']);
      expect(await own.statuses()).toEqual(['a in_progress', 'b in_progress', 'c in_progress']);
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({ last_active_at: 30 });
      expect((await own.stores.list(ALICE, {}))?.data).toHaveLength(1);
      expect(await own.stores.getFile(ALICE, 'vs_1', 'b')).toMatchObject({ created_at: 20 });
    });

    it('a vector store is created with the thread of a run', async () => {
      const start = startOf([withFile('a')], attached('vs_1', ['a']));
      await fixture.storage.startRun(ALICE, { ...start, thread: THREAD });
      expect(await storesOf()).toEqual(['vs_1']);
      expect(await own.statuses()).toEqual(['a in_progress']);
    });

    it('no vector store is created when the write is refused', async () => {
      await fixture.addThread();
      await fixture.start();
      const vectorStore = attached('vs_1', ['a']);
      expect(await fixture.storage.addMessage(ALICE, withFile('a'), { vectorStore })).toMatchObject({
        ok: false,
      });
      const start = startOf([withFile('a')], vectorStore);
      expect(await fixture.storage.startRun(ALICE, start)).toMatchObject({ ok: false });
      const other = startOf([withFile('a', 'thread_9')], vectorStore, '9');
      expect(await fixture.storage.startRun(ALICE, other)).toMatchObject({ reason: 'missing' });
      expect(await own.stores.get(ALICE, 'vs_1')).toBeUndefined();
      expect(await own.claim()).toEqual([]);
    });

    it('files of messages are added to the vector store that was given to the thread', async () => {
      await own.create('vs_1', ['a']);
      await own.process();
      await fixture.storage.createThread(ALICE, threadWith('vs_1'), [withFile('b')], {
        vectorStore: attached('vs_2', ['a', 'b']),
      });
      expect(await own.statuses()).toEqual(['a completed', 'b in_progress']);
      expect(await own.stores.get(ALICE, 'vs_2')).toBeUndefined();
    });

    it('files are left out for a vector store that has expired or is of another owner, and the message is stored', async () => {
      await own.create('vs_1', [], { expires_after: FOR_A_DAY });
      await own.create('vs_2', [], {}, BOB);
      await fixture.storage.createThread(ALICE, threadWith('vs_1'), []);
      await fixture.storage.createThread(ALICE, threadWith('vs_2', 'thread_2'), []);
      await fixture.storage.createThread(ALICE, threadWith('vs_3', 'thread_3'), []);
      await own.stores.dropExpired(1e9);
      for (const threadId of ['thread_1', 'thread_2', 'thread_3']) {
        const file = withFile(`in_${threadId}`, threadId);
        const vectorStore = attached('vs_9', ['a']);
        expect(await fixture.storage.addMessage(ALICE, file, { vectorStore })).toEqual({ ok: true });
      }
      expect(await own.statuses('vs_1')).toEqual([]);
      expect((await own.stores.listFiles(BOB, 'vs_2', {}))?.data).toEqual([]);
      expect(await own.stores.get(ALICE, 'vs_9')).toBeUndefined();
      expect(await own.claim()).toEqual([]);
    });

    it('attached vector stores count for the quotas', async () => {
      const quotas: Quotas = { ...TENANT, vectorStores: { perOwner: 1 } };
      const { storage } = fixture;
      const vectorStore = attached('vs_1', ['a']);
      await storage.createThread(ANN, threadWith('vs_1'), [], { vectorStore, quotas });
      const exceeded = ['vectorStores', 'owner', 1] as const;
      const second = { vectorStore: attached('vs_2', ['b']), quotas };
      await expectRefusal(storage.createThread(ANN, threadWith('vs_2', 'thread_2'), [], second), exceeded);
      expect(await storage.threads.get(ANN, 'thread_2')).toBeUndefined();
      await storage.createThread(ANN, { ...THREAD, id: 'thread_3' }, [], { quotas });
      await expectRefusal(storage.addMessage(ANN, withFile('b', 'thread_3'), second), exceeded);
      const start = { ...startOf([withFile('b', 'thread_3')], attached('vs_2', ['b']), '3'), quotas };
      await expectRefusal(storage.startRun(ANN, start), exceeded);
      const resources = { file_search: { vector_store_ids: ['vs_2'] } };
      const assistant = { ...ASSISTANT, tool_resources: resources };
      await expectRefusal(storage.createAssistant(ANN, assistant, second), exceeded);
      expect(await storage.assistants.get(ANN, ASSISTANT.id)).toBeUndefined();
      expect(await own.stores.get(ANN, 'vs_2')).toBeUndefined();
      // One that exists takes more files.
      expect(await storage.addMessage(ANN, withFile('b'), second)).toEqual({ ok: true });
    });
  });
}
