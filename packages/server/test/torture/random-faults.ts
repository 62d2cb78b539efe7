import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresProcess } from '../../src/testing/postgres-process.ts';
import type { Cluster } from './cluster.ts';
import type { Fault } from './torture.ts';

export interface FaultSources {
  readonly cluster: Cluster;
  readonly database: PostgresProcess;
  readonly leaseMs: number;
}

/** Every kind of fault. `index` chooses the server. */
export function faultKinds({
  cluster,
  database,
  leaseMs,
}: FaultSources): readonly ((index: number) => Fault)[] {
  return [
    (index) => ({ name: `kill of server ${index}`, cause: () => cluster.restart(index, 'SIGKILL') }),
    (index) => ({
      name: `pause of server ${index}`,
      async cause() {
        const resume = cluster.pause(index);
        // Longer than the lease, and the time between two looks for expired ones.
        await sleep(4 * leaseMs);
        resume();
      },
    }),
    () => ({
      name: 'lost connections',
      async cause() {
        const client = new pg.Client({ connectionString: database.url });
        await client.connect();
        await client.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user',
        );
        await client.end();
      },
    }),
    (index) => ({ name: `restart of server ${index}`, cause: () => cluster.restart(index, 'SIGTERM') }),
    () => ({ name: 'restart of the database', cause: () => database.restart() }),
    () => ({ name: 'crash of the database', cause: () => database.restart('SIGKILL') }),
  ];
}

/** `count` faults: each kind once in turn, then chosen by the seed. */
export function chooseFaults(sources: FaultSources, count: number, seed: number): Fault[] {
  const kinds = faultKinds(sources);
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index < kinds.length ? index : random(kinds.length)];
    if (!kind) throw new Error('There are no faults.');
    return kind(index < 3 ? index : random(3));
  });
}
