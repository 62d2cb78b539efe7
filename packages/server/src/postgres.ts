/**
 * Storage in PostgreSQL 13 or later, for any number of servers. Needs the package `pg` and Node 22.13 or later.
 *
 * @example
 * ```ts
 * import { createServer, scripted } from '@threadkit/server';
 * import { serve } from '@threadkit/server/node';
 * import { postgresStorage } from '@threadkit/server/postgres';
 *
 * const server = createServer({
 *   storage: postgresStorage({ connectionString: process.env['DATABASE_URL'] ?? '' }),
 *   engine: scripted(),
 *   authorize: 'allow-everyone',
 * });
 *
 * await serve({ server, port: 4010 });
 * ```
 *
 * @packageDocumentation
 */

export type {
  PostgresConnectionOptions,
  PostgresPoolOptions,
  PostgresStorageOptions,
} from './storage/postgres/connection-options.ts';
export { migratePostgres } from './storage/postgres/migrate-postgres.ts';
export { postgresStorage } from './storage/postgres/postgres-storage.ts';
