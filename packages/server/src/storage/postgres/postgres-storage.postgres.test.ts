import { describe } from 'vitest';
import { stopClock } from '../../testing/stop-clock.ts';
import { describeStorage } from '../../testing/storage-contract.ts';
import type { TestStorage } from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest } from '../../testing/test-postgres.ts';

async function openTestStorage(): Promise<TestStorage> {
  const schema = await schemaOfTest();
  const storage = schema.storage();
  await storage.open();
  return { storage, advance: await stopClock(schema) };
}

describe.skipIf(databaseUrl === '')('with a database', () => {
  describeStorage('postgresStorage', openTestStorage);
});
