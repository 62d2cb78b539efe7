import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FOR_A_DAY, STORE, segment, storeFile } from '../../testing/vector-store-fixture.ts';
import type { Storage } from '../storage.ts';
import type { IngestLease, VectorStoreStorage } from '../vector-store-storage.ts';
import { openDatabase } from './open-database.ts';
import { SqliteIngest } from './sqlite-ingest.ts';
import { sqliteStorage } from './sqlite-storage.ts';
import { SqliteStoreFiles } from './sqlite-store-files.ts';
import { SqliteVectorStoreRows } from './sqlite-vector-store-rows.ts';

const ALICE = { owner: 'alice' };
const TABLES = [
  'vector_stores',
  'vector_store_files',
  'vector_store_batches',
  'vector_segments',
  'vector_chunks',
  'dropped_vector_stores',
  'dropped_vector_contents',
];

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-vector-stores-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'threads.sqlite');
}

async function openStorage(
  file: string,
  onDamage?: (message: string) => void,
): Promise<{ storage: Storage; stores: VectorStoreStorage }> {
  const storage = sqliteStorage(file);
  await storage.open(onDamage);
  onTestFinished(() => storage.close());
  if (!storage.vectorStores) throw new Error('The storage has no vector stores.');
  return { storage, stores: storage.vectorStores };
}

function execute(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** The tables that have rows, with their number. */
function rowsIn(file: string): Record<string, number> {
  const database = new DatabaseSync(file);
  const counts = TABLES.map((table) => {
    const row = database.prepare(`SELECT count(*) AS count FROM ${table}`).get();
    return [table, Number(row?.['count'])] as const;
  });
  database.close();
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** Stores so many chunks in the content of the next file. */
async function process(stores: VectorStoreStorage, chunks: number): Promise<IngestLease> {
  const [lease] = await stores.claimIngest('w', 1000, 1);
  if (!lease) throw new Error('There is no file to process.');
  for (let first = 0; first < chunks; first += 500) {
    const count = Math.min(500, chunks - first);
    await stores.writeSegment(lease, {
      number: first / 500,
      firstChunk: first,
      chunks: Array.from({ length: count }, (_, index) => ({ start: first + index, text: 'text' })),
      index: new Uint8Array(10),
    });
  }
  await stores.finishIngest(lease, { status: 'completed', usageBytes: chunks });
  return lease;
}

describe('vector stores in a SQLite file', () => {
  it('a deleted vector store leaves no rows, and is deleted in slices', async () => {
    const file = newFile();
    const { storage, stores } = await openStorage(file);
    const files = Array.from({ length: 600 }, (_, index) => storeFile(`file_${index}`));
    await stores.create(ALICE, STORE, files);
    await stores.addFiles(ALICE, 'vs_1', { at: 11, files: [storeFile('a')], existing: 'keep', batchId: 'b' });
    await process(stores, 3000);
    await stores.delete(ALICE, 'vs_1');
    let slices = 0;
    while (await stores.dropContents()) slices += 1;
    expect(slices).toBeGreaterThan(10);
    await storage.close();
    expect(rowsIn(file)).toEqual({});
  });

  it('contents of attempts, of failed, removed and expired files leave no rows', async () => {
    const file = newFile();
    const { storage, stores } = await openStorage(file);
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await stores.create(
      ALICE,
      { ...STORE, expires_after: FOR_A_DAY },
      ids.map((id) => storeFile(id)),
    );
    await process(stores, 3);
    const [failed, cancelled, released, left] = await stores.claimIngest('w', 1000, 10);
    if (!failed || !cancelled || !released || !left) throw new Error('There are too few files.');
    for (const lease of [failed, cancelled, released, left]) await stores.writeSegment(lease, segment(0));
    await stores.finishIngest(failed, { status: 'failed', error: { code: 'invalid_file', message: 'x' } });
    await stores.deleteFile(ALICE, 'vs_1', cancelled.file.fileId);
    await stores.releaseIngest(released);
    await process(stores, 2);
    await stores.dropExpired(1e9);
    while (await stores.dropContents());
    await storage.close();
    expect(rowsIn(file)).toEqual({ vector_stores: 1, vector_store_files: 4 });
  });

  it('the files of the previous process are claimable immediately', async () => {
    const file = newFile();
    const first = await openStorage(file);
    await first.stores.create(ALICE, STORE, [storeFile('a')]);
    const [lease] = await first.stores.claimIngest('w', 1e12, 1);
    await first.storage.close();
    const { stores } = await openStorage(file);
    expect(await stores.claimIngest('w', 1000, 1)).toMatchObject([{ file: storeFile('a'), attempt: 2 }]);
    expect(lease && (await stores.heartbeatIngest(lease, 1000))).toBe(false);
  });

  it('lists leave out rows that cannot be read, and a file that cannot be read fails', async () => {
    const file = newFile();
    const first = await openStorage(file);
    await first.stores.create(ALICE, STORE, [storeFile('a'), storeFile('b'), storeFile('c')]);
    await first.stores.create(ALICE, { ...STORE, id: 'vs_2' }, []);
    await process(first.stores, 1);
    await first.storage.close();
    execute(file, `UPDATE vector_store_files SET body = '{"' WHERE file_id IN ('a', 'b')`);
    execute(file, `UPDATE vector_stores SET body = '{"' WHERE id = 'vs_2'`);

    const damages: string[] = [];
    const { stores } = await openStorage(file, (message) => damages.push(message));
    expect((await stores.list(ALICE, {}))?.data.map(({ id }) => id)).toEqual(['vs_1']);
    expect((await stores.listFiles(ALICE, 'vs_1', {}))?.data.map(({ id }) => id)).toEqual(['c']);
    expect(await stores.listSearchable(ALICE, 'vs_1')).toEqual([]);
    await expect(stores.get(ALICE, 'vs_2')).rejects.toThrow(/The row vs_2 of the table "vector_stores"/);
    const leases = await stores.claimIngest('w', 0, 10);
    expect(leases.map((lease) => lease.file.fileId)).toEqual(['c']);
    expect((await stores.claimIngest('w', 0, 10)).map((lease) => lease.file.fileId)).toEqual(['c']);
    expect(await stores.get(ALICE, 'vs_1')).toMatchObject({ file_counts: { failed: 1, in_progress: 1 } });
    expect(damages).toHaveLength(5);
    expect(damages[0]).toContain(`File: ${file}.`);
    // They can be removed.
    expect(await stores.deleteFile(ALICE, 'vs_1', 'a')).toBe(true);
    expect(await stores.delete(ALICE, 'vs_2')).toBe(true);
  });

  it('files of vector stores are read, counted and claimed by index', () => {
    const database = openDatabase(newFile());
    const plans: string[] = [];
    const explaining = new Proxy(database, {
      get: () => (sql: string) => {
        const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
        plans.push(...rows.map(({ detail }) => String(detail)));
        return database.prepare(sql);
      },
    });
    const rows = new SqliteVectorStoreRows(
      () => database,
      () => {},
    );
    const store = { ...rows.insert('alice', STORE), id: 'vs_1' };
    const files = new SqliteStoreFiles(
      () => explaining,
      () => {},
    );
    const plansOf = (act: () => unknown): readonly string[] => {
      plans.length = 0;
      act();
      return plans;
    };
    const byStore = 'vector_store_files USING INDEX vector_store_files_by_store';
    expect(plansOf(() => files.list(store, { filter: 'failed' }))).toEqual([
      `SEARCH ${byStore} (store_position=?)`,
    ]);
    expect(plansOf(() => files.listSearchable(store))).toEqual([`SEARCH ${byStore} (store_position=?)`]);
    database.exec("INSERT INTO vector_store_batches (id, store_position, created_at) VALUES ('b', 1, 1)");
    expect(plansOf(() => files.findBatch(store, 'b'))).toContain(
      'SEARCH vector_store_files USING COVERING INDEX vector_store_files_by_batch (batch_position=?)',
    );
    const ingest = new SqliteIngest(
      () => explaining,
      rows,
      () => {},
    );
    expect(plansOf(() => ingest.claim('w', 0, 1, 1))).toContain(
      'SCAN vector_store_files USING INDEX waiting_vector_store_files',
    );
    database.close();
  });
});
