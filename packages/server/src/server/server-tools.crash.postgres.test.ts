import { describe } from 'vitest';
import { describeServerCrashes } from '../testing/server-crash-contract.ts';
import { stopClock } from '../testing/stop-clock.ts';
import { databaseUrl, schemaOfTest } from '../testing/test-postgres.ts';

const START_MS = Date.UTC(2026, 10, 24, 9);

describe.skipIf(databaseUrl === '')('with a database', () => {
  describeServerCrashes('postgresStorage', async () => {
    const schema = await schemaOfTest();
    const storage = schema.storage();
    // Creates the clock.
    await storage.open();
    await storage.close();
    return { connect: () => schema.storage(), advance: await stopClock(schema, START_MS) };
  });
});
