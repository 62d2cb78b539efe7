import { UsageError } from './cli-options.ts';

/** The connection string of `DATABASE_URL`; undefined when it is not set. */
export function databaseUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const url = env['DATABASE_URL'];
  if (url === undefined || url === '') return undefined;
  if (/^postgres(?:ql)?:\/\//.test(url)) return url;
  // The value may have a password.
  throw new UsageError(
    'DATABASE_URL is not a connection string of PostgreSQL, such as postgres://user:password@host:5432/database.',
  );
}

/** Loads a module that needs `pg`, which is an optional peer dependency. */
export async function importWithPg<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new UsageError("PostgreSQL needs its client: run 'npm install pg' first.", { cause: error });
    }
    throw error;
  }
}
