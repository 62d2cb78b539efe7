import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { PostgresConnectionOptions } from '../storage/postgres/connection-options.ts';
import { postgresStorage } from '../storage/postgres/postgres-storage.ts';
import type { Storage } from '../storage/storage.ts';

/** Connection string of the database of the tests; empty when there is none. */
export const databaseUrl: string = inject('databaseUrl');

/** A schema of its own in the database of the tests. */
export interface TestSchema {
  readonly name: string;
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** A storage in this schema, closed with the test. */
  storage(options?: Partial<PostgresConnectionOptions>): Storage;
  drop(): Promise<void>;
}

/** @param url Connection string of the database. */
export async function testSchema(url = databaseUrl): Promise<TestSchema> {
  const name = `test_${randomUUID().slice(0, 8)}`;
  const client = new pg.Client({ connectionString: url });
  // A test may end its connection.
  client.on('error', () => {});
  await client.connect();
  const opened: Storage[] = [];
  return {
    name,
    query: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    storage(options) {
      const storage = postgresStorage({
        connectionString: url,
        schema: name,
        maxConnections: 4,
        ...options,
      });
      opened.push(storage);
      return storage;
    },
    async drop() {
      for (const storage of opened) await storage.close();
      await client.query(`DROP SCHEMA IF EXISTS "${name}" CASCADE`);
      await client.end();
    },
  };
}

/** As `testSchema`, for one test. */
export async function schemaOfTest(): Promise<TestSchema> {
  const schema = await testSchema();
  onTestFinished(() => schema.drop());
  return schema;
}
