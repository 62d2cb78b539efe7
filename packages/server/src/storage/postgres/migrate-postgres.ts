import { connect } from './connect.ts';
import type { PostgresStorageOptions } from './connection-options.ts';
import { migrate } from './migrate.ts';

/**
 * Creates the tables or brings them to this version, as `threadkit migrate` does: for a role that may create tables, apart from the
 * role that serves with `migrate: false`. Does nothing when they are.
 *
 * Rejects when the database cannot be reached, or was migrated by a newer version.
 */
export async function migratePostgres(options: PostgresStorageOptions): Promise<void> {
  const { database, close } = connect(options);
  try {
    await migrate(database, options.schema ?? 'threadkit');
  } finally {
    await close();
  }
}
