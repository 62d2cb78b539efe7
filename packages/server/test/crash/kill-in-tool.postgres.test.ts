import { describe } from 'vitest';
import { databaseUrl, schemaOfTest } from '../../src/testing/test-postgres.ts';
import { testKillInTool } from './kill-in-tool.ts';

describe.skipIf(databaseUrl === '')('with a database', () => {
  testKillInTool('PostgreSQL', async () => {
    const { name, query } = await schemaOfTest();
    return {
      connectionString: databaseUrl,
      schema: name,
      async expireLeases() {
        await query(`UPDATE "${name}".runs SET lease_until = 0`);
      },
    };
  });
});
