import { type MigrateOptions, UsageError } from './cli-options.ts';
import { databaseUrlOf, importWithPg } from './import-postgres.ts';

/** Executes `threadkit migrate`. `print` is called with a line per table that was copied. */
export async function runMigrate(
  { from, schema }: MigrateOptions,
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<void> {
  const connectionString = databaseUrlOf(env);
  if (connectionString === undefined) {
    throw new UsageError('threadkit migrate needs the connection string of the database in DATABASE_URL.');
  }
  const options = { connectionString, schema };
  if (from === undefined) {
    const { migratePostgres } = await importWithPg(() => import('../storage/postgres/migrate-postgres.ts'));
    await migratePostgres(options);
    print('The database has the tables of this version.');
    return;
  }
  const { copyFromSqlite } = await importWithPg(() => import('../storage/postgres/copy-from-sqlite.ts'));
  await copyFromSqlite(from, options, ({ table, rows }) =>
    print(`${table}: ${rows} ${rows === 1 ? 'row' : 'rows'}`),
  );
  print(`Everything of ${from} is in the database.`);
}
