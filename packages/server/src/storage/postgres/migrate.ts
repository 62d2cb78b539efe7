import { StorageUnavailableError } from '../storage-unavailable-error.ts';
import type { Database, Query } from './database.ts';
import { MIGRATIONS } from './schema.ts';

const MAX_NAME_BYTES = 63;
const OLDEST_VERSION = 13;

/**
 * Quotes the name of a schema.
 *
 * @throws PostgreSQL would shorten the name.
 */
export function quoteSchema(name: string): string {
  if (name === '' || Buffer.byteLength(name) > MAX_NAME_BYTES) {
    throw new RangeError(
      `The name of a schema has 1 to ${MAX_NAME_BYTES} bytes, but got ${JSON.stringify(name)}.`,
    );
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Creates the tables or brings them to this version, unless they are already. Servers that start at the same moment wait for each
 * other.
 *
 * @throws {@link StorageUnavailableError} The tables belong to a newer version of this package.
 */
export async function migrate(database: Database, schema: string): Promise<void> {
  const s = quoteSchema(schema);
  await checkDatabase(database);
  if ((await readVersion(database.run, database, schema)) === MIGRATIONS.length) return;
  await database.transact(async (query) => {
    // Until the end of the transaction.
    await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`threadkit migrate ${schema}`]);
    const version = await readVersion(query, database, schema);
    if (version === MIGRATIONS.length) return;
    if (version === 0) {
      // Asked first, because CREATE SCHEMA IF NOT EXISTS needs the privilege even when the schema exists.
      const [found] = await query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
      if (!found) await query(`CREATE SCHEMA ${s}`);
      await query(`CREATE TABLE ${s}.schema_version (version integer NOT NULL)`);
      await query(`INSERT INTO ${s}.schema_version VALUES (0)`);
    }
    for (const migration of MIGRATIONS.slice(version)) {
      for (const statement of migration(s)) await query(statement);
    }
    await query(`UPDATE ${s}.schema_version SET version = $1`, [MIGRATIONS.length]);
  });
}

/** @throws {@link StorageUnavailableError} The tables are not those of this version. */
export async function checkVersion(database: Database, schema: string): Promise<void> {
  await checkDatabase(database);
  const version = await readVersion(database.run, database, schema);
  if (version === MIGRATIONS.length) return;
  throw new StorageUnavailableError(
    `The schema "${schema}" of the database ${database.name} has version ${version}, and this server needs ${MIGRATIONS.length}. Run \`threadkit migrate\` with a role that may create tables.`,
  );
}

/** @throws {@link StorageUnavailableError} The database is too old, or cannot store every text. */
async function checkDatabase(database: Database): Promise<void> {
  const [row] = await database.run(
    `SELECT current_setting('server_version_num')::integer / 10000 AS version, current_setting('server_encoding') AS encoding`,
  );
  if (Number(row?.['version']) < OLDEST_VERSION) {
    throw new StorageUnavailableError(
      `The database ${database.name} is PostgreSQL ${String(row?.['version'])}, and ${OLDEST_VERSION} or later is needed. Upgrade it.`,
    );
  }
  if (row?.['encoding'] !== 'UTF8') {
    throw new StorageUnavailableError(
      `The database ${database.name} has the encoding ${String(row?.['encoding'])}, which has no place for most characters. Create one with the encoding UTF8.`,
    );
  }
}

/** 0 when there are no tables yet. */
async function readVersion(query: Query, database: Database, schema: string): Promise<number> {
  // From the table, since `to_regclass` may still remember that another server's table did not exist.
  const [found] = await query(
    `SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = $1 AND relname = 'schema_version'`,
    [schema],
  );
  if (!found) return 0;
  const [row] = await query(`SELECT version FROM ${quoteSchema(schema)}.schema_version`);
  const version = Number(row?.['version']);
  if (version <= MIGRATIONS.length) return version;
  throw new StorageUnavailableError(
    `The database ${database.name} was migrated by a newer version of @threadkit/server (schema version ${version}, known are up to ${MIGRATIONS.length}). Update the package.`,
  );
}
