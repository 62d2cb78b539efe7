import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileObject } from '@threadkit/core/api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newAssistantMessage } from '../../runs/new-message.ts';
import { newStep } from '../../runs/new-step.ts';
import { readAllBytes } from '../../shared/byte-stream.ts';
import {
  ALICE,
  ASSISTANT,
  aRun,
  created,
  endOf,
  LEASE_MS,
  message,
  THREAD,
  transitionTo,
} from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest } from '../../testing/test-postgres.ts';
import { FOR_A_DAY, STORE, segment, storeFile } from '../../testing/vector-store-fixture.ts';
import { QuotaExceededError } from '../quota.ts';
import { sqliteStorage } from '../sqlite/sqlite-storage.ts';
import type { Storage } from '../storage.ts';
import { copyFromSqlite } from './copy-from-sqlite.ts';

const SCOPE = { ...ALICE, threadId: 'thread_1' };
const FILE: FileObject = {
  id: 'file_1',
  object: 'file',
  bytes: 600_000,
  created_at: 1,
  filename: 'a.bin',
  purpose: 'assistants',
  status: 'processed',
};
const CONTENT = Uint8Array.from({ length: FILE.bytes }, (_, at) => (at * 7) % 256);

/** A SQLite file with one of everything: an ended run, and one in the middle of its message. */
async function filledFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-copy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'threads.sqlite');
  const storage = sqliteStorage(file);
  await storage.open();
  await storage.createAssistant(ALICE, ASSISTANT);
  await storage.createThread(ALICE, THREAD, [message('one'), message('two \u0000 \ud800')], {
    idempotencyRecord: { key: 'key-1', fingerprint: 'f', object: THREAD, after: 0, at: 10 },
  });
  await storage.createFile(ALICE, { id: FILE.id, content: new Blob([CONTENT]).stream(), toFile: () => FILE });
  for (const id of ['run_1', 'run_2']) {
    const run = aRun(id);
    await storage.startRun(ALICE, { run, messages: [message(`ask ${id}`)], events: created(run) });
    const [lease] = await storage.claim('w', LEASE_MS, 1);
    if (!lease) throw new Error('nothing to claim');
    const working = transitionTo(run, 'in_progress');
    const step = newStep(run, `step_${id}`, { type: 'tool_calls', tool_calls: [] }, 11);
    await storage.commit(lease, ['queued'], {
      ...working,
      messages: [newAssistantMessage(run, `msg_${id}`, 11)],
      steps: [step],
      privates: [{ stepId: step.id, engine: 'e', model: 'm', turn: { a: 1 }, calls: { call_1: { b: 2 } } }],
    });
    await storage.commit(lease, ['in_progress'], {
      at: 12,
      events: ['Hel', 'lo'].map((value) => ({
        event: 'thread.message.delta',
        data: {
          id: `msg_${id}`,
          object: 'thread.message.delta',
          delta: { content: [{ index: 0, type: 'text', text: { value } }] },
        },
      })),
    });
    if (id === 'run_1') await storage.commit(lease, ['in_progress'], endOf(working.run));
  }
  await fillVectorStores(storage);
  await storage.close();
  return file;
}

/** Files that are completed, failed, in the middle of the second attempt, and in a batch; and a vector store that has expired. */
async function fillVectorStores({ vectorStores: stores }: Storage): Promise<void> {
  if (!stores) throw new Error('The storage has no vector stores.');
  const files = ['a', 'b', 'c', 'd'].map((id) => storeFile(id, { attributes: { id } }));
  await stores.create(ALICE, { ...STORE, name: 'two \u0000' }, files.slice(0, 3));
  await stores.addFiles(ALICE, 'vs_1', { at: 11, files, existing: 'keep', batchId: 'vsfb_1' });
  await stores.create(ALICE, { ...STORE, id: 'vs_2', expires_after: FOR_A_DAY }, files.slice(0, 1));
  const [a, b, c, , expired] = await stores.claimIngest('w', LEASE_MS, 5);
  if (!a || !b || !c || !expired) throw new Error('There are too few files.');
  await stores.releaseIngest(a);
  const [again] = await stores.claimIngest('w', LEASE_MS, 1);
  for (const lease of [again ?? a, c, expired]) {
    for (const number of [0, 1]) await stores.writeSegment(lease, segment(number, lease.file.fileId));
  }
  for (const lease of [again ?? a, expired]) {
    await stores.finishIngest(lease, { status: 'completed', usageBytes: 100, embeddingModel: 'm' });
  }
  const error = { code: 'invalid_file', message: 'Not text.' };
  await stores.finishIngest(b, { status: 'failed', error });
  await stores.dropExpired(1e9);
}

/** Everything that a server reads of the file's content. */
async function readEverything(storage: Storage): Promise<unknown> {
  const content = await storage.getFileContent(ALICE, 'file_1');
  return {
    assistants: await storage.assistants.list(ALICE, {}),
    threads: await storage.threads.list(ALICE, {}),
    messages: await storage.messages.list(SCOPE, { order: 'asc' }),
    runMessages: await storage.messages.list({ ...SCOPE, runId: 'run_2' }, {}),
    runs: await storage.runs.list(SCOPE, {}),
    steps: await storage.steps.list(SCOPE, {}),
    records: [await storage.getRunRecord(ALICE, 'run_1'), await storage.getRunRecord(ALICE, 'run_2')],
    privates: await storage.listStepPrivates(SCOPE, ['step_run_1', 'step_run_2']),
    events: [
      await storage.listEvents(ALICE, 'run_1', 0, 100),
      await storage.listEvents(ALICE, 'run_2', 3, 2),
    ],
    idempotencyRecord: await storage.getIdempotencyRecord(ALICE, 'key-1'),
    file: await storage.files.get(ALICE, 'file_1'),
    content: content && Buffer.from(await readAllBytes(content)).equals(CONTENT),
    vectorStores: await readVectorStores(storage),
  };
}

async function readVectorStores({ vectorStores: stores }: Storage): Promise<unknown> {
  const searchable = (await stores?.listSearchable(ALICE, 'vs_1')) ?? [];
  return {
    stores: await stores?.list(ALICE, {}),
    files: [await stores?.listFiles(ALICE, 'vs_1', {}), await stores?.listFiles(ALICE, 'vs_2', {})],
    batch: await stores?.getBatch(ALICE, 'vs_1', 'vsfb_1'),
    contents: await Promise.all(
      searchable.map(async ({ contentId, ...file }) => ({
        ...file,
        index: await stores?.readIndex(contentId, 1),
        chunks: await stores?.readChunks(contentId, 0, 10),
      })),
    ),
  };
}

describe.skipIf(databaseUrl === '')('a copy of a SQLite file', () => {
  it('is read as the file is, and its active run continues behind everything', async () => {
    const file = await filledFile();
    const schema = await schemaOfTest();
    const copied: string[] = [];
    await copyFromSqlite(file, { connectionString: databaseUrl, schema: schema.name }, ({ table, rows }) =>
      copied.push(`${table} ${rows}`),
    );
    expect(copied).toEqual([
      'assistants 1',
      'threads 1',
      'runs 2',
      'messages 6',
      'steps 2',
      'step_privates 2',
      'events 2',
      'idempotency_records 1',
      'file_contents 1',
      'file_chunks 3',
      'files 1',
      'vector_stores 2',
      'vector_store_batches 1',
      'vector_store_files 5',
      'vector_contents 1',
      'vector_segments 2',
      'vector_chunks 4',
    ]);
    const [before, after] = [sqliteStorage(file), schema.storage()];
    await Promise.all([before.open(), after.open()]);
    expect(await readEverything(after)).toEqual(await readEverything(before));
    await before.close();
    const more = after.createFile(
      ALICE,
      {
        id: 'file_2',
        content: new Blob(['x']).stream(),
        toFile: () => ({ ...FILE, id: 'file_2', bytes: 1 }),
      },
      {
        tenantPrefix: 'alice',
        fileBytes: { perOwner: FILE.bytes },
      },
    );
    await expect(more).rejects.toThrow(QuotaExceededError);

    expect(await after.vectorStores?.claimEmbedding('w2', LEASE_MS, 5, 'm')).toEqual([]);
    expect(await after.vectorStores?.claimEmbedding('w2', LEASE_MS, 5, 'n')).toMatchObject([
      { vectorStoreId: 'vs_1', file: { fileId: 'a' }, segments: 2 },
    ]);
    const waiting = await after.vectorStores?.claimIngest('w2', LEASE_MS, 5);
    expect(waiting).toMatchObject([
      { owner: 'alice', vectorStoreId: 'vs_1', file: { fileId: 'c' }, attempt: 2 },
      { file: { fileId: 'd' }, attempt: 2 },
    ]);

    const [lease] = await after.claim('w2', LEASE_MS, 1);
    expect(lease).toMatchObject({ run: { id: 'run_2' }, recoveries: 1, attempt: 2 });
    if (!lease) return;
    const last = newAssistantMessage(lease.run, 'msg_last', 13);
    await after.commit(lease, ['in_progress'], { ...endOf(lease.run), messages: [last] });
    expect(await after.addMessage(ALICE, message('next'))).toEqual({ ok: true });
    const page = await after.messages.list(SCOPE, { limit: 3 });
    expect(page?.data.map(({ id }) => id)).toEqual(['msg_next', 'msg_last', 'msg_run_2']);
  });

  it('that broke off is completed by another one, which changes nothing else', async () => {
    const file = await filledFile();
    const schema = await schemaOfTest();
    const options = { connectionString: databaseUrl, schema: schema.name };
    const broken = copyFromSqlite(file, options, ({ table }) => {
      if (table === 'messages') throw new Error('The connection was closed.');
    });
    await expect(broken).rejects.toThrow('The connection was closed.');
    await schema.query(`DELETE FROM "${schema.name}".messages WHERE id = 'msg_one'`);
    await copyFromSqlite(file, options);
    await copyFromSqlite(file, options);
    const [before, after] = [sqliteStorage(file), schema.storage()];
    await Promise.all([before.open(), after.open()]);
    expect(await readEverything(after)).toEqual(await readEverything(before));
    await before.close();
  });

  it('of a file that does not exist is refused, and the file is not created', async () => {
    const file = join(tmpdir(), 'threadkit-copy-missing.sqlite');
    const copy = () => copyFromSqlite(file, { connectionString: databaseUrl, schema: 'unused' });
    await expect(copy()).rejects.toThrow(/missing\.sqlite does not exist/);
    await expect(copy()).rejects.toThrow(/missing\.sqlite does not exist/);
  });
});
