import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { quotaChecks } from '../quota.ts';
import { MIGRATIONS } from './schema.ts';
import { SqliteQuotas } from './sqlite-quotas.ts';

const LIMITS = {
  tenantPrefix: '["acme","',
  activeRuns: { perOwner: 3, perTenant: 3 },
  threads: { perOwner: 3, perTenant: 3 },
  files: { perOwner: 3, perTenant: 3 },
  fileBytes: { perOwner: 3, perTenant: 3 },
  vectorStores: { perOwner: 3, perTenant: 3 },
  vectorStoreBytes: { perOwner: 3, perTenant: 3 },
};
const OWNER = '["acme","ann"]';

/** Migrates to a format. */
function migrate(database: DatabaseSync, from: number, to: number): void {
  for (const migration of MIGRATIONS.slice(from, to)) database.exec(migration);
}

it('quotas are counted by index', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, 0, MIGRATIONS.length);
  const plans: unknown[] = [];
  const explaining = new Proxy(database, {
    get: () => (sql: string) => {
      const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
      plans.push(
        ...rows.map(({ detail }) => String(detail)).filter((detail) => !/^(CO-ROUTINE|SCAN \()/.test(detail)),
      );
      return database.prepare(sql);
    },
  });
  const quotas = new SqliteQuotas(() => explaining);
  const one = { activeRuns: 1, threads: 1, files: 1, fileBytes: 1, vectorStores: 1, vectorStoreBytes: 1 };
  quotas.findExceeded(quotaChecks(OWNER, LIMITS, one));
  quotas.findFullThread({ ...LIMITS, threadItems: 3 }, 'thread_1', 1);
  expect(plans).toEqual([
    'SEARCH runs USING INDEX active_runs_by_owner (owner=?)',
    'SEARCH threads USING COVERING INDEX threads_by_owner (owner=?)',
    'SEARCH files USING COVERING INDEX file_bytes_by_owner (owner=?)',
    'SEARCH files USING COVERING INDEX file_bytes_by_owner (owner=?)',
    'SEARCH vector_stores USING COVERING INDEX vector_stores_by_owner (owner=?)',
    'SEARCH vector_stores USING COVERING INDEX vector_store_bytes_by_owner (owner=?)',
    'SEARCH runs USING INDEX active_runs_by_owner (owner>? AND owner<?)',
    'SEARCH threads USING COVERING INDEX threads_by_owner (owner>? AND owner<?)',
    'SEARCH files USING COVERING INDEX file_bytes_by_owner (owner>? AND owner<?)',
    'SEARCH files USING COVERING INDEX file_bytes_by_owner (owner>? AND owner<?)',
    'SEARCH vector_stores USING COVERING INDEX vector_stores_by_owner (owner>? AND owner<?)',
    'SEARCH vector_stores USING COVERING INDEX vector_store_bytes_by_owner (owner>? AND owner<?)',
    'SEARCH messages USING COVERING INDEX messages_by_thread (thread_id=?)',
    'SEARCH runs USING COVERING INDEX runs_by_thread (thread_id=?)',
  ]);
  database.close();
});

it('the bytes of files from before quotas count, and a file that cannot be read does not', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, 0, 7);
  const insert = database.prepare('INSERT INTO files (id, owner, created_at, body) VALUES (?, ?, 1, ?)');
  insert.run('file_1', OWNER, JSON.stringify({ id: 'file_1', filename: '\u0000 \ud800', bytes: 2 }));
  insert.run('file_2', OWNER, 'damaged');
  migrate(database, 7, MIGRATIONS.length);
  const quotas = new SqliteQuotas(() => database);
  const refusal = (fileBytes: number) =>
    quotas.findExceeded(quotaChecks(OWNER, LIMITS, { files: 1, fileBytes }));
  expect(refusal(1)).toBeUndefined();
  expect(refusal(2)).toMatchObject({ exceeded: { kind: 'fileBytes', of: 'owner', max: 3 } });
  database.close();
});
