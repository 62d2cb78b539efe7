import pg from 'pg';
import { describeDatabase, type PostgresStorageOptions, toPoolConfig } from './connection-options.ts';
import { Database } from './database.ts';

const DEFAULT_RETRY_MS = 10_000;

/** The connections of a storage. */
export interface Connections {
  readonly pool: pg.Pool;
  readonly database: Database;
  /** Whether the pool was created here, and is closed here. */
  readonly isOwnPool: boolean;
  close(): Promise<void>;
}

/** Prepares the connections. Nothing connects before the first statement. */
export function connect(options: PostgresStorageOptions): Connections {
  const isOwnPool = !('pool' in options);
  const pool = 'pool' in options ? options.pool : new pg.Pool(toPoolConfig(options));
  // Without listeners, a connection that is lost while it is idle would end the process. The next query reports it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const database = new Database(pool, {
    name: describeDatabase(pool.options),
    retryForMs: options.retryForMs ?? DEFAULT_RETRY_MS,
    prepare: !options.transactionPooling,
  });
  return {
    pool,
    database,
    isOwnPool,
    async close() {
      database.close();
      if (isOwnPool && !pool.ended) await pool.end();
    },
  };
}
