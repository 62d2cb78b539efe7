import { describe, expect, it } from 'vitest';
import { ALICE } from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest, type TestSchema } from '../../testing/test-postgres.ts';
import { until } from '../../testing/until.ts';
import { FOR_A_DAY, STORE, segment, storeFile } from '../../testing/vector-store-fixture.ts';
import type { IngestLease, VectorStoreStorage } from '../vector-store-storage.ts';

const COMPLETED = { status: 'completed', usageBytes: 1 } as const;
const ids = (count: number) => Array.from({ length: count }, (_, at) => `file_${at}`);
const files = (count: number) => ids(count).map((id) => storeFile(id));

async function openStores(
  schema: TestSchema,
  onDamage?: (message: string) => void,
): Promise<VectorStoreStorage> {
  const storage = schema.storage();
  await storage.open(onDamage);
  if (!storage.vectorStores) throw new Error('The storage has no vector stores.');
  return storage.vectorStores;
}

async function claimOne(stores: VectorStoreStorage, workerId = 'w'): Promise<IngestLease> {
  const [lease] = await stores.claimIngest(workerId, 60_000, 1);
  if (!lease) throw new Error('There is no file to process.');
  return lease;
}

/** The contents that would never be deleted, although no file can be read or processed with them. */
const countLeaked = async ({ name, query }: TestSchema): Promise<number> => {
  const [row] = await query(
    `SELECT count(*) AS count FROM "${name}".vector_contents AS content
     LEFT JOIN "${name}".vector_store_files AS file ON file.position = content.file_position
     WHERE content.file_position IS NOT NULL AND (file.status IS NULL OR file.status NOT IN ('in_progress', 'completed'))`,
  );
  return Number(row?.['count']);
};

const countRows = async ({ name, query }: TestSchema, table: string): Promise<number> => {
  const [row] = await query(`SELECT count(*) AS count FROM "${name}".${table}`);
  return Number(row?.['count']);
};

describe.skipIf(databaseUrl === '')('vector stores in a database', () => {
  it('the listeners of every server are called when files are added on one', async () => {
    const schema = await schemaOfTest();
    const [one, two] = [await openStores(schema), await openStores(schema)];
    const calls = { one: 0, two: 0 };
    one.onIngest(() => {
      calls.one += 1;
    });
    two.onIngest(() => {
      calls.two += 1;
    });
    await one.create(ALICE, STORE, []);
    await one.addFiles(ALICE, 'vs_1', { at: 11, files: files(1), existing: 'keep' });
    await until(() => calls.two === 1);
    expect(calls).toEqual({ one: 1, two: 1 });
  });

  it('servers that claim at the same time lease each file once, and claims during a cancellation leak no content', async () => {
    const schema = await schemaOfTest();
    const servers = [await openStores(schema), await openStores(schema), await openStores(schema)];
    const [first] = servers;
    if (!first) throw new Error('There is no server.');
    await first.create(ALICE, { ...STORE, expires_after: FOR_A_DAY }, []);
    const added = { at: 11, files: files(60), existing: 'keep', batchId: 'vsfb_1' } as const;
    await first.addFiles(ALICE, 'vs_1', added);
    const claims = servers.flatMap((stores, server) =>
      Array.from({ length: 4 }, () => stores.claimIngest(`w${server}`, 60_000, 3)),
    );
    const early = (await Promise.all(claims)).flat();
    expect(new Set(early.map(({ file }) => file.fileId)).size).toBe(early.length);
    const late = servers.flatMap((stores) =>
      Array.from({ length: 3 }, () => stores.claimIngest('w', 60_000, 2)),
    );
    const finished = early.map(async (lease) => {
      await first.writeSegment(lease, segment(0));
      return first.finishIngest(lease, COMPLETED);
    });
    await Promise.all([...late, ...finished, first.cancelBatch(ALICE, 'vs_1', 'vsfb_1')]);
    const batch = await first.getBatch(ALICE, 'vs_1', 'vsfb_1');
    expect(batch).toMatchObject({ status: 'cancelled', file_counts: { in_progress: 0, total: 60 } });
    expect(await countLeaked(schema)).toBe(0);
    await first.dropExpired(1e9);
    expect(await countLeaked(schema)).toBe(0);
    while (await first.dropContents());
    expect(await countRows(schema, 'vector_contents')).toBe(0);
  });

  it('what is deleted leaves no rows, and contents are deleted in slices', async () => {
    const schema = await schemaOfTest();
    const stores = await openStores(schema);
    await stores.create(ALICE, STORE, files(70));
    const long = await claimOne(stores);
    const chunks = Array.from({ length: 500 }, (_, start) => ({ start, text: 'text' }));
    for (let number = 0; number < 5; number += 1) {
      await stores.writeSegment(long, { number, firstChunk: number * 500, chunks, index: new Uint8Array(9) });
    }
    await stores.finishIngest(long, COMPLETED);
    for (const lease of await stores.claimIngest('w', 60_000, 60)) {
      await stores.writeSegment(lease, segment(0));
      await stores.finishIngest(lease, COMPLETED);
    }
    await stores.addFiles(ALICE, 'vs_1', { at: 11, files: files(1), existing: 'replace', batchId: 'b' });
    await stores.delete(ALICE, 'vs_1');
    let slices = 1;
    while (await stores.dropContents()) slices += 1;
    expect(slices).toBeGreaterThan(3);
    for (const table of ['stores', 'store_files', 'store_batches', 'contents', 'segments', 'chunks']) {
      expect(await countRows(schema, `vector_${table}`)).toBe(0);
    }
  });

  it('several servers delete contents at the same time', async () => {
    const schema = await schemaOfTest();
    const servers = [await openStores(schema), await openStores(schema)];
    const [first] = servers;
    await first?.create(ALICE, STORE, files(120));
    for (const lease of (await first?.claimIngest('w', 60_000, 120)) ?? []) {
      await first?.writeSegment(lease, segment(0));
    }
    await first?.delete(ALICE, 'vs_1');
    const dropAll = async (stores: VectorStoreStorage) => {
      while (await stores.dropContents());
    };
    await Promise.all(servers.map(dropAll));
    // A server leaves what another is deleting.
    await Promise.all(servers.map(dropAll));
    expect(await countRows(schema, 'vector_contents')).toBe(0);
    expect(await countRows(schema, 'vector_chunks')).toBe(0);
  });

  it('texts may have any character, also those that the database has not', async () => {
    const schema = await schemaOfTest();
    const stores = await openStores(schema);
    const text = 'a\0b \uD83C lone "quoted" \\u0000';
    const file = storeFile('file_1', { filename: text, attributes: { [text]: text } });
    await stores.create(ALICE, { ...STORE, name: text, description: text, metadata: { [text]: text } }, [
      file,
    ]);
    expect(await stores.get(ALICE, 'vs_1')).toMatchObject({ name: text, metadata: { [text]: text } });
    const lease = await claimOne(stores);
    expect(lease.file).toEqual(file);
    await stores.writeSegment(lease, { ...segment(0), chunks: [{ start: 0, text }] });
    await stores.finishIngest(lease, COMPLETED);
    expect(await stores.readChunks(lease.contentId, 0, 1)).toEqual([{ start: 0, text }]);
    expect(await stores.listSearchable(ALICE, 'vs_1')).toMatchObject([{ filename: text }]);
    expect(await stores.get(ALICE, 'vs_\0')).toBeUndefined();
  });

  it('an unreadable file is reported and fails, and the others are processed and listed', async () => {
    const schema = await schemaOfTest();
    const damage: string[] = [];
    const stores = await openStores(schema, (message) => damage.push(message));
    await stores.create(ALICE, STORE, files(3));
    await schema.query(`UPDATE "${schema.name}".vector_store_files SET body = '{' WHERE file_id = 'file_1'`);
    const leases = await stores.claimIngest('w', 0, 10);
    expect(leases.map(({ file }) => file.fileId)).toEqual(['file_0', 'file_2']);
    expect(damage.join()).toContain('file_1');
    expect(await stores.claimIngest('w', 0, 10)).toHaveLength(2);
    expect((await stores.listFiles(ALICE, 'vs_1', {}))?.data.map(({ id }) => id)).toEqual([
      'file_2',
      'file_0',
    ]);
    expect(await stores.get(ALICE, 'vs_1')).toMatchObject({ file_counts: { in_progress: 2, failed: 1 } });
    expect(await countLeaked(schema)).toBe(0);
  });
});
