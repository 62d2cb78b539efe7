import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty when there is no PostgreSQL for this platform. */
    databaseUrl: string;
  }
}

/** Provides the tests with the database of `DATABASE_URL`, or with one that is started for them. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    project.provide('databaseUrl', given);
    return undefined;
  }
  const database = await startPostgres();
  if (!database) {
    console.warn(
      'The PostgreSQL tests are skipped: there are no binaries for this platform. Set DATABASE_URL to run them.',
    );
  }
  project.provide('databaseUrl', database?.url ?? '');
  return () => database?.stop() ?? Promise.resolve();
}
