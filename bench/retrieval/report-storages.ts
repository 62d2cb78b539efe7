import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStorage } from '../../packages/server/src/storage/memory/memory-storage.ts';
import { postgresStorage } from '../../packages/server/src/storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '../../packages/server/src/storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../../packages/server/src/storage/storage.ts';
import { startPostgres } from '../../packages/server/src/testing/postgres-process.ts';
import { table } from '../server/report.ts';
import { measureStorage } from './measure-storage.ts';
import type { RetrievalSet } from './retrieval-set.ts';

/**
 * A table of the speeds of the storages, one after the other. PostgreSQL is started with its default settings, and left out where there
 * are no binaries for it.
 */
export async function reportStorages(set: RetrievalSet): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-bench-'));
  const started = await startPostgres({ durable: true });
  try {
    const storages: [string, Storage][] = [
      ['memory', memoryStorage()],
      ['SQLite', sqliteStorage(join(folder, 'bench.sqlite'))],
    ];
    if (started) storages.push(['PostgreSQL', postgresStorage({ connectionString: started.url })]);
    const rows: string[][] = [];
    for (const [name, storage] of storages) {
      const { ingestMbPerS, warm, cold, heldMs } = await measureStorage(storage, set);
      await storage.close();
      rows.push([
        name,
        ingestMbPerS.toFixed(1),
        ...[warm.p50, warm.p95, cold.p50, cold.p95, heldMs.ingest, heldMs.search].map((ms) => ms.toFixed(0)),
      ]);
    }
    const head = [
      'storage',
      'ingest MB/s',
      'p50 ms',
      'p95 ms',
      'cold p50',
      'cold p95',
      'ingest holds ms',
      'search holds ms',
    ];
    return table(head, rows);
  } finally {
    await started?.stop();
    rmSync(folder, { recursive: true });
  }
}
