import type { Pool, PoolConfig } from 'pg';

const IDLE_TRANSACTION_MS = 10_000;
/** How long after its time limit a statement that is not answered has lost its connection. */
const ANSWER_GRACE_MS = 5000;

interface CommonOptions {
  /** Schema of the tables. Created when it does not exist. @defaultValue 'threadkit' */
  readonly schema?: string | undefined;
  /**
   * Create and migrate the tables when the storage is opened. With `false`, `open()` rejects when they are not those of this
   * version: for roles that may not create tables. Run `threadkit migrate` with another role then. @defaultValue true
   */
  readonly migrate?: boolean | undefined;
  /**
   * Set it when the connections go through a pooler in transaction mode, such as PgBouncer. Nothing then depends on a session:
   * no prepared statements, and no `LISTEN`, so that streams of runs on other servers are polled every 250 ms.
   * @defaultValue false
   */
  readonly transactionPooling?: boolean | undefined;
  /**
   * How long a read or write is tried again when the database restarts, fails over or drops the connection, in milliseconds.
   * Then it rejects with `StorageUnavailableError`. @defaultValue 10 seconds
   */
  readonly retryForMs?: number | undefined;
}

/** Options of {@link postgresStorage} with connections of its own. */
export interface PostgresConnectionOptions extends CommonOptions {
  /** For example `postgres://user:password@host:5432/database?sslmode=verify-full`. Take it from the environment. */
  readonly connectionString: string;
  /** TLS options, as those of `pg`. @defaultValue what the connection string says */
  readonly ssl?: PoolConfig['ssl'];
  /** Connections of this server, besides one that listens. @defaultValue 10 */
  readonly maxConnections?: number | undefined;
  /** Milliseconds after which connecting, or waiting for a free connection, fails. @defaultValue 5 seconds */
  readonly connectTimeoutMs?: number | undefined;
  /**
   * Milliseconds after which the database cancels a statement. Not sent with `transactionPooling`: set it for the role.
   * A connection that has not answered 5 seconds later is given up.
   * @defaultValue 30 seconds
   */
  readonly statementTimeoutMs?: number | undefined;
}

/** Options of {@link postgresStorage} with a pool of the app, whose settings apply. It is not closed with the storage. */
export interface PostgresPoolOptions extends CommonOptions {
  readonly pool: Pool;
}

/** Options of {@link postgresStorage}. */
export type PostgresStorageOptions = PostgresConnectionOptions | PostgresPoolOptions;

/** The configuration of `pg` for these options. */
export function toPoolConfig(options: PostgresConnectionOptions): PoolConfig {
  const { ssl, transactionPooling, statementTimeoutMs = 30_000 } = options;
  // `pg` would connect to a database of this machine.
  if (!options.connectionString) {
    throw new TypeError(
      'postgresStorage needs a `connectionString`, such as postgres://user:password@host:5432/database, and got none. Is DATABASE_URL set?',
    );
  }
  checkConnectionString(options.connectionString);
  return {
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5000,
    // Finds out that the other end is gone, where a firewall drops packets silently.
    keepAlive: true,
    application_name: 'threadkit',
    ...(ssl !== undefined && { ssl }),
    // The database says nothing more when its machine or the network is gone: an operating system waits up to hours then.
    ...(statementTimeoutMs > 0 && { query_timeout: statementTimeoutMs + ANSWER_GRACE_MS }),
    // A pooler refuses parameters of the session.
    ...(!transactionPooling && {
      statement_timeout: statementTimeoutMs,
      // A server that is paused in a transaction must not keep the locks of a thread.
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    }),
  };
}

/** `pg` would take other texts for the name of a database on this machine. The errors do not quote it: it may have a password. */
function checkConnectionString(text: string): void {
  const url = /^postgres(?:ql)?:\/\//.test(text) ? text : undefined;
  // A URL with several hosts and ports cannot be parsed, and one with several hosts names a host that does not exist.
  const hosts = url
    ?.replace(/^.*@/, '')
    .replace(/^[^/]*:\/\//, '')
    .split(/[/?]/, 1)[0];
  if (hosts?.includes(',')) {
    throw new TypeError(
      'The connection string of postgresStorage names several hosts, and `pg` connects to one. Name the primary, or an address that leads to it.',
    );
  }
  if (url === undefined) {
    throw new TypeError(
      'The connection string of postgresStorage is not a URL such as postgres://user:password@host:5432/database.',
    );
  }
}

/** Host, port and database, for messages: never the password or other parameters. */
export function describeDatabase(config: PoolConfig): string {
  const url = config.connectionString === undefined ? undefined : URL.parse(config.connectionString);
  // After a character in the password that has to be escaped, the rest of it is taken for the path.
  if (url && `${url.pathname}${url.search}${url.hash}`.includes('@')) {
    return 'of the connection string (a password needs `%2F` for `/`, `%23` for `#`, and `%3F` for `?`)';
  }
  const host = url?.hostname || config.host || 'localhost';
  const port = url?.port || config.port || 5432;
  const name = url ? url.pathname.slice(1) : config.database;
  return `${name ? `"${name}" ` : ''}at ${host}:${port}`;
}
