import { describe } from 'vitest';
import { databaseUrl, schemaOfTest } from '../src/testing/test-postgres.ts';
import { describeIsolation } from './isolation-matrix.ts';

describe.skipIf(databaseUrl === '')('with a database', () => {
  describeIsolation('isolation of owners in PostgreSQL', async () => (await schemaOfTest()).storage());
});
