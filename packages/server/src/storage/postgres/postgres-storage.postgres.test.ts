import { describe } from 'vitest';
import { describeStorage } from '../../testing/storage-contract.ts';
import type { TestStorage } from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest, type TestSchema } from '../../testing/test-postgres.ts';

/** Replaces the schema's clock with one that starts at 0 and is advanced by the test. */
async function stopClock({ name, query }: TestSchema): Promise<(ms: number) => Promise<void>> {
  await query(`CREATE TABLE "${name}".test_clock AS SELECT 0::bigint AS ms`);
  await query(
    `CREATE OR REPLACE FUNCTION "${name}".clock_ms() RETURNS bigint LANGUAGE sql VOLATILE AS
     'SELECT ms FROM "${name}".test_clock'`,
  );
  return async (ms) => {
    await query(`UPDATE "${name}".test_clock SET ms = ms + $1`, [ms]);
  };
}

async function openTestStorage(): Promise<TestStorage> {
  const schema = await schemaOfTest();
  const storage = schema.storage();
  await storage.open();
  return { storage, advance: await stopClock(schema) };
}

describe.skipIf(databaseUrl === '')('with a database', () => {
  describeStorage('postgresStorage', openTestStorage);
});
