import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PostgresProcess, startPostgres } from '../../src/testing/postgres-process.ts';
import { databaseUrl, testSchema } from '../../src/testing/test-postgres.ts';
import { type ClusterOptions, startCluster } from './cluster.ts';
import { startPgBouncer } from './pgbouncer.ts';
import { chooseFaults } from './random-faults.ts';
import { reportRow } from './report-row.ts';
import { torture } from './torture.ts';

/** `TORTURE_RUNS=10000` executes that many runs, with a fault for every 60; `TORTURE_SEED=7` causes other faults. */
const RUNS = Number(process.env['TORTURE_RUNS'] ?? 150);
const SEED = Number(process.env['TORTURE_SEED'] ?? 1);
const RUNS_PER_FAULT = 60;
const FEWER_RUNS = Math.min(RUNS, 400);
const LEASE_MS = 1500;
const PACE_MS = 8;
const PARALLEL = 24;

/** A database that may be restarted. */
async function ownDatabase(): Promise<PostgresProcess> {
  const database = await startPostgres();
  if (!database) throw new Error('There are no binaries of PostgreSQL for this platform.');
  onTestFinished(() => database.stop());
  return database;
}

interface Scenario {
  readonly scenario: string;
  readonly runs: number;
  readonly faultCount: number;
  readonly mode?: 'pooled';
  readonly wrap?: ClusterOptions['wrap'];
  /** The database that the servers connect to, when it is not the database itself. */
  readonly connectTo?: (database: PostgresProcess) => Promise<string>;
}

async function expectNoProblems({
  scenario,
  runs,
  faultCount,
  mode,
  wrap,
  connectTo,
}: Scenario): Promise<void> {
  const database = await ownDatabase();
  const schema = await testSchema(database.url);
  const url = connectTo ? await connectTo(database) : database.url;
  const cluster = await startCluster({
    servers: 3,
    args: [url, schema.name, String(LEASE_MS), String(PACE_MS), mode ?? ''],
    ...(wrap && { wrap }),
  });
  onTestFinished(() => cluster.stop());
  const faults = chooseFaults({ cluster, database, leaseMs: LEASE_MS }, faultCount, SEED);
  const report = await torture({ cluster, runs, parallel: PARALLEL, faults });
  reportRow({
    scenario,
    extent: `${report.runs} runs, ${report.events} events, ${faultCount} faults, seed ${SEED}, ${report.seconds} s`,
    result: `${report.resumed} streams resumed, ${report.superseded} responses begun again, ${report.problems.length} problems`,
  });
  expect(report.problems).toEqual([]);
  if (faultCount > 0) expect(report.resumed).toBeGreaterThan(0);
}

const has = (program: string) => spawnSync('which', [program]).status === 0;
/** Of Debian's package `faketime`. Its program would be another process between the test and the server. */
const [faketime] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');

describe.skipIf(databaseUrl === '')('three servers on one database', { timeout: 45 * 60_000 }, () => {
  it('three servers lose and repeat nothing while servers, connections and the database fail', () =>
    expectNoProblems({
      scenario: 'three servers on PostgreSQL',
      runs: RUNS,
      faultCount: Math.max(6, Math.round(RUNS / RUNS_PER_FAULT)),
    }));

  it('three servers without LISTEN and prepared statements lose and repeat nothing', () =>
    expectNoProblems({
      scenario: 'as behind a transaction pooler',
      runs: Math.round(FEWER_RUNS / 2),
      faultCount: 3,
      mode: 'pooled',
    }));

  it.skipIf(!has('pgbouncer'))('three servers behind PgBouncer lose and repeat nothing', () =>
    expectNoProblems({
      scenario: 'behind PgBouncer, transaction mode',
      runs: Math.round(FEWER_RUNS / 2),
      faultCount: 3,
      mode: 'pooled',
      connectTo: async (database) => {
        const pooler = await startPgBouncer(database);
        onTestFinished(() => pooler.stop());
        return pooler.url;
      },
    }),
  );

  it.skipIf(faketime === undefined)(
    'three servers whose clocks differ by an hour lose and repeat nothing',
    () =>
      expectNoProblems({
        scenario: 'clocks of the servers 1 h slow and 1 h fast',
        runs: Math.round(FEWER_RUNS / 2),
        faultCount: 3,
        wrap: (index) => [
          'env',
          `LD_PRELOAD=${faketime}`,
          `FAKETIME=${['+0', '-1h', '+1h'][index]}`,
          'FAKETIME_DONT_FAKE_MONOTONIC=1',
        ],
      }),
  );
});
