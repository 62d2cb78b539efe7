import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ALICE, aRun, created, THREAD, transitionTo } from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest, type TestSchema } from '../../testing/test-postgres.ts';
import type { Storage, StoredEvent } from '../storage.ts';
import { postgresStorage } from './postgres-storage.ts';
import { channelOf } from './remote-commits.ts';
import { MIGRATIONS } from './schema.ts';

async function openTwo(schema: TestSchema, options = {}): Promise<[Storage, Storage]> {
  const storages: [Storage, Storage] = [schema.storage(options), schema.storage(options)];
  await Promise.all(storages.map((storage) => storage.open()));
  return storages;
}

/** Resolves once a reader on `reader` can read an event that `writer` commits. */
async function followCommit(
  writer: Storage,
  reader: Storage,
  runId: string,
): Promise<readonly StoredEvent[]> {
  const run = aRun(runId, runId.replace('run', 'thread'));
  await writer.createThread(ALICE, { ...THREAD, id: run.thread_id }, []);
  await writer.startRun(ALICE, { run, messages: [], events: created(run) });
  const seen = new Promise<readonly StoredEvent[]>((resolve) => {
    const stop = reader.onCommit(runId, () => {
      void reader.listEvents(ALICE, runId, 2, 10).then((events) => {
        if (events.length === 0) return;
        stop();
        resolve(events);
      });
    });
  });
  await writer.commitTransition(ALICE, runId, { status: 'queued' }, transitionTo(run, 'cancelling'));
  return seen;
}

describe.skipIf(databaseUrl === '')('several servers on one database', () => {
  it('servers that open an empty database at once do not disturb each other', async () => {
    const schema = await schemaOfTest();
    await Promise.all(Array.from({ length: 4 }, () => schema.storage().open()));
    expect(await schema.query(`SELECT version FROM "${schema.name}".schema_version`)).toEqual([
      { version: MIGRATIONS.length },
    ]);
  });

  it('readers are told about commits of another server', async () => {
    const [a, b] = await openTwo(await schemaOfTest());
    expect(await followCommit(a, b, 'run_1')).toMatchObject([{ seq: 3 }]);
  });

  it('readers are told about commits of another server behind a pooler in transaction mode', async () => {
    const [a, b] = await openTwo(await schemaOfTest(), { transactionPooling: true });
    expect(await followCommit(a, b, 'run_1')).toMatchObject([{ seq: 3 }]);
  });

  it('readers are told about commits of another server after the listening connection was lost', async () => {
    const schema = await schemaOfTest();
    const [a, b] = await openTwo(schema);
    const listening = `SELECT pid FROM pg_stat_activity WHERE query = 'LISTEN "${channelOf(schema.name)}"'`;
    const before = await schema.query(listening);
    expect(before).toHaveLength(2);
    await schema.query(`SELECT pg_terminate_backend(pid) FROM (${listening}) AS listening`);
    expect(await followCommit(a, b, 'run_1')).toMatchObject([{ seq: 3 }]);
    await expect.poll(() => schema.query(listening), { interval: 20, timeout: 10_000 }).toHaveLength(2);
    expect(await followCommit(b, a, 'run_2')).toMatchObject([{ seq: 3 }]);
  });

  it('servers are told about runs that another server releases before it closes', async () => {
    const [a, b] = await openTwo(await schemaOfTest());
    const run = aRun('run_1', 'thread_1');
    await a.createThread(ALICE, { ...THREAD, id: run.thread_id }, []);
    await a.startRun(ALICE, { run, messages: [], events: created(run) });
    const [lease] = await a.claim('worker_a', 30_000, 1);
    if (!lease) throw new Error('nothing to claim');
    const told = new Promise<void>((resolve) => {
      b.onRelease(resolve);
    });
    await a.release(lease);
    await a.close();
    await told;
    expect(await b.claim('worker_b', 30_000, 1)).toHaveLength(1);
  });

  it("a server's clock is that of the database", async () => {
    const schema = await schemaOfTest();
    const storage = schema.storage();
    await storage.open();
    const [row] = await schema.query(`SELECT "${schema.name}".clock_ms() AS now`);
    expect(Math.abs(storage.now() - Number(row?.['now']))).toBeLessThan(1000);
    await schema.query(
      `CREATE OR REPLACE FUNCTION "${schema.name}".clock_ms() RETURNS bigint LANGUAGE sql VOLATILE AS 'SELECT 5000000000::bigint'`,
    );
    const other = schema.storage();
    await other.open();
    expect(Math.abs(other.now() - 5e9)).toBeLessThan(60_000);
  });
});

describe.skipIf(databaseUrl === '')('the schema of the database', () => {
  it('the schema of a newer version is refused, and left as it is', async () => {
    const schema = await schemaOfTest();
    await schema.storage().open();
    await schema.query(`UPDATE "${schema.name}".schema_version SET version = 99`);
    await expect(schema.storage().open()).rejects.toThrow(
      /newer version .*schema version 99.*Update the package/,
    );
    expect(await schema.query(`SELECT version FROM "${schema.name}".schema_version`)).toEqual([
      { version: 99 },
    ]);
  });

  it('the schema is not created by a storage that may not migrate', async () => {
    const schema = await schemaOfTest();
    await expect(schema.storage({ migrate: false }).open()).rejects.toThrow(
      /has version 0.*threadkit migrate/,
    );
    await schema.storage().open();
    await schema.storage({ migrate: false }).open();
  });

  it('a role without the right to create tables serves a schema that another role migrated', async () => {
    const schema = await schemaOfTest();
    await schema.storage().open();
    const role = `${schema.name}_role`;
    await schema.query(`CREATE ROLE "${role}" LOGIN PASSWORD 'p'`);
    onTestFinished(async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query(`DROP OWNED BY "${role}"; DROP ROLE "${role}"`);
      await client.end();
    });
    const url = new URL(databaseUrl);
    url.username = role;
    url.password = 'p';
    const storage = schema.storage({ connectionString: url.href });
    await expect(storage.open()).rejects.toThrow(/does not allow this role what the server needs/);
    await schema.query(`GRANT USAGE ON SCHEMA "${schema.name}" TO "${role}"`);
    await schema.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "${schema.name}" TO "${role}"`,
    );
    await storage.open();
    await storage.createThread(ALICE, THREAD, []);
    expect(await storage.threads.get(ALICE, 'thread_1')).toEqual(THREAD);
  });

  it('a database without TLS is named when the connection string asks for TLS', async () => {
    const url = new URL(databaseUrl);
    url.searchParams.set('sslmode', 'verify-full');
    const storage = postgresStorage({ connectionString: url.href });
    onTestFinished(() => storage.close());
    await expect(storage.open()).rejects.toThrow(
      /The database .* has no TLS, which the connection string asks for/,
    );
  });

  it('a missing connection string, and a name that PostgreSQL would shorten, are refused', () => {
    expect(() => postgresStorage({ connectionString: '' })).toThrow(/Is DATABASE_URL set\?/);
    expect(() => postgresStorage({ connectionString: databaseUrl, schema: 'x'.repeat(64) })).toThrow(
      /1 to 63 bytes/,
    );
  });

  it('a database that cannot store every text is refused', async () => {
    const name = `latin_${Date.now() % 1e6}`;
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
    onTestFinished(async () => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.end();
    });
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    const storage = postgresStorage({ connectionString: url.href });
    onTestFinished(() => storage.close());
    await expect(storage.open()).rejects.toThrow(
      /has the encoding LATIN1.*Create one with the encoding UTF8/,
    );
  });

  it('a database that does not exist, and a wrong password, are named', async () => {
    const missing = new URL(databaseUrl);
    missing.pathname = '/no_such_database';
    const wrong = new URL(databaseUrl);
    wrong.password = 'secret-guess';
    const open = (connectionString: string) => {
      const storage = postgresStorage({ connectionString, retryForMs: 0 });
      onTestFinished(() => storage.close());
      return storage.open().catch((error: unknown) => String(error));
    };
    expect(await open(missing.href)).toMatch(/"no_such_database" at .* does not exist\. Create it/);
    const refused = await open(wrong.href);
    expect(refused).toMatch(/refuses the password/);
    expect(refused).not.toContain('secret-guess');
  });

  it('a pool of the app is used, and left open', async () => {
    const schema = await schemaOfTest();
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    const storage = postgresStorage({ pool, schema: schema.name });
    await storage.open();
    await storage.createThread(ALICE, THREAD, []);
    await storage.close();
    expect((await pool.query(`SELECT id FROM "${schema.name}".threads`)).rows).toEqual([{ id: 'thread_1' }]);
    await pool.end();
  });
});
