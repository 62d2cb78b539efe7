import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PostgresProcess, startPostgres } from '../../src/testing/postgres-process.ts';
import { databaseUrl, testSchema } from '../../src/testing/test-postgres.ts';
import { startCluster } from './cluster.ts';
import { torture } from './torture.ts';

const LEASE_MS = 1500;
/** Longer than a lease, and the time between two looks for expired ones. */
const PAUSE_MS = 4 * LEASE_MS;

/** A database that may be restarted. */
async function ownDatabase(): Promise<PostgresProcess> {
  const database = await startPostgres();
  if (!database) throw new Error('There are no binaries of PostgreSQL for this platform.');
  onTestFinished(() => database.stop());
  return database;
}

describe.skipIf(databaseUrl === '')('three servers on one database', () => {
  it('three servers lose and repeat nothing while servers, connections and the database fail', async () => {
    const database = await ownDatabase();
    const schema = await testSchema(database.url);
    const cluster = await startCluster({
      servers: 3,
      args: [database.url, schema.name, String(LEASE_MS), '8'],
    });
    onTestFinished(() => cluster.stop());
    const report = await torture({
      cluster,
      runs: 200,
      parallel: 20,
      faults: [
        { name: 'kill', cause: () => cluster.restart(0, 'SIGKILL') },
        {
          name: 'pause',
          async cause() {
            const resume = cluster.pause(1);
            await sleep(PAUSE_MS);
            resume();
          },
        },
        {
          name: 'lost connections',
          async cause() {
            await schema.query(
              'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user',
            );
          },
        },
        { name: 'restart of a server', cause: () => cluster.restart(2, 'SIGTERM') },
        { name: 'restart of the database', cause: () => database.restart() },
        { name: 'crash of the database', cause: () => database.restart('SIGKILL') },
      ],
    });
    console.log(`three servers: ${JSON.stringify({ ...report, problems: report.problems.length })}`);
    expect(report.problems).toEqual([]);
    expect(report.resumed).toBeGreaterThan(0);
    expect(report.superseded).toBeGreaterThan(0);
  });
});
