import type { StreamEvent } from '@threadkit/core/api';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFaultProxy, type FaultProxy } from '../../testing/fault-proxy.ts';
import {
  ALICE,
  ASSISTANT,
  aRun,
  created,
  endOf,
  LEASE_MS,
  message,
  THREAD,
  transitionTo,
} from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest, type TestSchema } from '../../testing/test-postgres.ts';
import type { Storage } from '../storage.ts';
import { connect } from './connect.ts';
import { postgresStorage } from './postgres-storage.ts';

interface Faulty {
  readonly schema: TestSchema;
  readonly proxy: FaultProxy;
  readonly storage: Storage;
}

/** A proxy before the database, and the connection string that leads through it. */
async function proxyOfTest(): Promise<{ readonly proxy: FaultProxy; readonly url: string }> {
  const url = new URL(databaseUrl);
  const proxy = await createFaultProxy(Number(url.port || 5432));
  onTestFinished(() => proxy.close());
  url.port = String(proxy.port);
  return { proxy, url: url.href };
}

/** A storage that reaches the database through a proxy. */
async function behindProxy(options: { readonly retryForMs?: number } = {}): Promise<Faulty> {
  const { proxy, url } = await proxyOfTest();
  const schema = await schemaOfTest();
  const storage = schema.storage({ connectionString: url, ...options });
  await storage.open();
  return { schema, proxy, storage };
}

const delta: StreamEvent = {
  event: 'thread.message.delta',
  data: { id: 'msg_1', object: 'thread.message.delta', delta: { content: [] } },
};

async function leaseOf(storage: Storage) {
  await storage.createThread(ALICE, THREAD, []);
  const run = aRun();
  await storage.startRun(ALICE, { run, messages: [], events: created(run) });
  const [lease] = await storage.claim('w', LEASE_MS, 1);
  if (!lease) throw new Error('nothing to claim');
  const working = transitionTo(run, 'in_progress');
  await storage.commit(lease, ['queued'], working);
  return { ...lease, run: working.run };
}

const seqsOf = async (storage: Storage) =>
  (await storage.listEvents(ALICE, 'run_1', 0, 100)).map(({ seq }) => seq);

describe.skipIf(databaseUrl === '')('faults of the database', () => {
  it.each(['before', 'after', 'late'] as const)(
    'a commit whose connection is lost (%s) is written once',
    async (when) => {
      const { proxy, storage } = await behindProxy();
      const lease = await leaseOf(storage);
      proxy.cutNext('thread.message.delta', when);
      expect(await storage.commit(lease, ['in_progress'], { at: 12, events: [delta, delta] })).toBe(
        'committed',
      );
      expect(proxy.cuts).toBe(1);
      // The lost statement reaches the database now, after the one that replaced it.
      await proxy.deliverLate();
      expect(await seqsOf(storage)).toEqual([1, 2, 3, 4, 5]);
      expect(await storage.commit(lease, ['in_progress'], endOf(lease.run))).toBe('committed');
    },
  );

  it('a commit is written once when the connection is lost again while its result is looked up', async () => {
    const { proxy, storage } = await behindProxy();
    const lease = await leaseOf(storage);
    proxy.cutNext('thread.message.delta', 'after');
    const committing = storage.commit(lease, ['in_progress'], { at: 12, events: [delta, delta] });
    await expect.poll(() => proxy.cuts, { interval: 1 }).toBe(1);
    proxy.cutNext('RETURNING written', 'after');
    expect(await committing).toBe('committed');
    expect(proxy.cuts).toBe(2);
    expect(await seqsOf(storage)).toEqual([1, 2, 3, 4, 5]);
  });

  it('a commit is written once when the lost question for its result arrives late', async () => {
    const { schema, proxy, storage } = await behindProxy();
    const lease = await leaseOf(storage);
    const numberOf = async () => {
      const [row] = await schema.query(`SELECT last_commit::integer AS number FROM "${schema.name}".writers`);
      return Number(row?.['number']);
    };
    proxy.cutNext('thread.message.delta', 'before');
    const committing = storage.commit(lease, ['in_progress'], { at: 12, events: [delta, delta] });
    await expect.poll(() => proxy.cuts, { interval: 1 }).toBe(1);
    proxy.cutNext('RETURNING written', 'late');
    expect(await committing).toBe('committed');
    const number = await numberOf();
    await proxy.deliverLate();
    expect(await numberOf()).toBe(number);
  });

  it('a commit that is written does not fail because the reason of another one cannot be read', async () => {
    const { proxy, storage } = await behindProxy({ retryForMs: 0 });
    const lease = await leaseOf(storage);
    const stale = { ...lease, attempt: 0, run: { ...lease.run, id: 'run_missing' } };
    proxy.cutNext('SELECT id, worker_id, attempt', 'before');
    // The first is on its way; the other two are a group.
    const results = await Promise.allSettled([
      storage.commit(lease, ['in_progress'], { at: 12, events: [delta] }),
      storage.commit(lease, ['in_progress'], { at: 12, events: [delta] }),
      storage.commit(stale, ['in_progress'], { at: 12, events: [delta] }),
    ]);
    expect(proxy.cuts).toBe(1);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(await seqsOf(storage)).toEqual([1, 2, 3, 4, 5]);
  });

  it('a server whose row was deleted because it committed nothing for long goes on', async () => {
    const { schema, storage } = await behindProxy();
    const lease = await leaseOf(storage);
    await schema.query(`UPDATE "${schema.name}".writers SET committed_at = 0`);
    await schema.storage().open();
    expect(await storage.commit(lease, ['in_progress'], { at: 12, events: [delta] })).toBe('committed');
    expect(await storage.commit(lease, ['in_progress'], { at: 12, events: [delta] })).toBe('committed');
    expect(await seqsOf(storage)).toEqual([1, 2, 3, 4, 5]);
  });

  it('a new thread whose connection is lost while it is being stored is stored once', async () => {
    const { schema, proxy, storage } = await behindProxy();
    await schema.query(`CREATE FUNCTION "${schema.name}".slow() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END'`);
    await schema.query(`CREATE TRIGGER slow AFTER INSERT ON "${schema.name}".threads
      FOR EACH ROW EXECUTE FUNCTION "${schema.name}".slow()`);
    const run = aRun();
    const start = { thread: THREAD, run, messages: [message('a')], events: created(run) };
    const starting = storage.startRun(ALICE, start);
    await expect
      .poll(
        async () => {
          const [row] = await schema.query(
            `SELECT count(*)::integer AS sleeping FROM pg_stat_activity WHERE wait_event = 'PgSleep'`,
          );
          return row?.['sleeping'];
        },
        { interval: 10, timeout: 10_000 },
      )
      .toBe(1);
    proxy.cutAll();
    expect(await starting).toEqual({ ok: true });
    expect(await seqsOf(storage)).toEqual([1, 2]);
  });

  it.each(['before', 'after'] as const)(
    'a thread, a message and a run whose connection is lost %s they are committed are stored once',
    async (when) => {
      const { proxy, storage } = await behindProxy();
      proxy.cutNext('thread_1', when);
      await storage.createThread(ALICE, THREAD, [message('a')]);
      proxy.cutNext('COMMIT', when);
      expect(await storage.addMessage(ALICE, message('b'))).toEqual({ ok: true });
      proxy.cutNext('COMMIT', when);
      const run = aRun();
      expect(await storage.startRun(ALICE, { run, messages: [], events: created(run) })).toEqual({
        ok: true,
      });
      expect(proxy.cuts).toBe(3);
      const page = await storage.messages.list({ ...ALICE, threadId: 'thread_1' }, { order: 'asc' });
      expect(page?.data.map(({ id }) => id)).toEqual(['msg_a', 'msg_b']);
      expect(await seqsOf(storage)).toEqual([1, 2]);
    },
  );

  it('the last thread, run and file of a quota are not refused because the answer to their commit was lost', async () => {
    const { proxy, storage } = await behindProxy();
    const one = { perOwner: 1 };
    const quotas = { tenantPrefix: 'a', threads: one, activeRuns: one, files: one };
    proxy.cutNext('COMMIT', 'after');
    await storage.createThread(ALICE, THREAD, [], { quotas });
    proxy.cutNext('COMMIT', 'after');
    const run = aRun();
    expect(await storage.startRun(ALICE, { run, messages: [], events: created(run), quotas })).toEqual({
      ok: true,
    });
    proxy.cutNext('COMMIT', 'after');
    const file = { id: 'file_1', object: 'file', bytes: 1, created_at: 1, filename: 'a' } as const;
    const toFile = () => ({ ...file, purpose: 'assistants', status: 'processed' }) as const;
    await storage.createFile(ALICE, { id: 'file_1', content: new Blob(['x']).stream(), toFile }, quotas);
    expect(proxy.cuts).toBe(3);
  });

  it('a transaction that is still being committed when its connection is lost is waited for', async () => {
    const { schema, proxy, storage } = await behindProxy();
    await storage.createThread(ALICE, THREAD, []);
    // Constraint triggers that are deferred are executed by COMMIT.
    await schema.query(`CREATE FUNCTION "${schema.name}".slow() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END'`);
    await schema.query(`CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON "${schema.name}".messages
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "${schema.name}".slow()`);
    const adding = storage.addMessage(ALICE, message('slow'));
    // The connection is lost while COMMIT is executed: the backend goes on.
    await expect
      .poll(
        async () => {
          const [row] = await schema.query(
            `SELECT count(*)::integer AS waiting FROM pg_stat_activity WHERE query = 'COMMIT' AND wait_event = 'PgSleep'`,
          );
          return row?.['waiting'];
        },
        { interval: 10, timeout: 10_000 },
      )
      .toBe(1);
    proxy.cutAll();
    expect(await adding).toEqual({ ok: true });
    const [row] = await schema.query(`SELECT count(*)::integer AS count FROM "${schema.name}".messages`);
    expect(row).toEqual({ count: 1 });
  });

  it('a transaction is executed again when its server was paused for longer than the database waits', async () => {
    const { database, close } = connect({ connectionString: databaseUrl });
    onTestFinished(close);
    let attempts = 0;
    const rows = await database.transact(async (query) => {
      attempts += 1;
      await query("SET LOCAL idle_in_transaction_session_timeout = '20ms'");
      // The process is blocked until the database has ended the session.
      if (attempts === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      return query('SELECT 1 AS one');
    });
    expect(rows).toEqual([{ one: 1 }]);
    expect(attempts).toBe(2);
  });

  it('one commit that fails does not affect the others of its group', async () => {
    const { storage } = await behindProxy();
    const lease = await leaseOf(storage);
    await storage.createThread(ALICE, { ...THREAD, id: 'thread_2' }, []);
    const run = aRun('run_2', 'thread_2');
    await storage.startRun(ALICE, { run, messages: [], events: created(run) });
    const [second] = await storage.claim('w', LEASE_MS, 1);
    if (!second) throw new Error('nothing to claim');
    // The first is on its way; the other two are a group.
    const results = await Promise.allSettled([
      storage.commit(lease, ['in_progress'], { at: 12, events: [delta] }),
      storage.commit(lease, ['in_progress'], { at: 12, events: [delta] }),
      storage.commit(second, ['queued'], {
        at: 12,
        events: [],
        privates: [{ stepId: 'step_missing', engine: 'e', model: 'm', calls: {} }],
      }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(await seqsOf(storage)).toEqual([1, 2, 3, 4, 5]);
  });

  it('commits fail together when the database stays away', async () => {
    const { proxy, storage } = await behindProxy({ retryForMs: 300 });
    const lease = await leaseOf(storage);
    proxy.isDown = true;
    proxy.cutAll();
    const commits = Array.from({ length: 40 }, (_, index) =>
      storage.commit({ ...lease, run: { ...lease.run, id: `run_${index}` } }, ['in_progress'], {
        at: 12,
        events: [delta],
      }),
    );
    const results = await Promise.allSettled(commits);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']));
    // Each of the two groups tries a few times, and not each commit.
    expect(proxy.refused).toBeLessThan(40);
  });

  it('a commit is written once when the database says nothing more', async () => {
    const { proxy, url } = await proxyOfTest();
    const schema = await schemaOfTest();
    // Waits less long than a pool of the storage.
    const pool = new pg.Pool({
      connectionString: url,
      max: 2,
      query_timeout: 300,
      connectionTimeoutMillis: 300,
    });
    onTestFinished(() => pool.end());
    const storage = postgresStorage({ pool, schema: schema.name });
    onTestFinished(() => storage.close());
    await storage.open();
    const lease = await leaseOf(storage);
    proxy.isSilent = true;
    const committing = storage.commit(lease, ['in_progress'], { at: 12, events: [delta] });
    await schema.query('SELECT pg_sleep(0.1)');
    proxy.isSilent = false;
    expect(await committing).toBe('committed');
    expect(await seqsOf(storage)).toEqual([1, 2, 3, 4]);
  });

  it('reads and writes continue after all connections were lost', async () => {
    const { proxy, storage } = await behindProxy();
    await storage.createAssistant(ALICE, ASSISTANT);
    proxy.isDown = true;
    proxy.cutAll();
    const reading = storage.assistants.get(ALICE, 'asst_1');
    const writing = storage.createThread(ALICE, THREAD, []);
    proxy.isDown = false;
    expect(await reading).toEqual(ASSISTANT);
    await writing;
    expect(await storage.threads.get(ALICE, 'thread_1')).toEqual(THREAD);
  });

  it('a database that cannot be reached is named without its password', async () => {
    const { proxy, storage } = await behindProxy({ retryForMs: 0 });
    proxy.isDown = true;
    proxy.cutAll();
    const error = await storage.threads.get(ALICE, 'thread_1').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'StorageUnavailableError', retryAfterMs: 2000 });
    expect(String(error)).toContain(`at 127.0.0.1:${proxy.port}`);
    expect(String(error)).not.toMatch(/correct|horse/);
  });

  it('ids that PostgreSQL cannot store are not found', async () => {
    const { storage } = await behindProxy();
    expect(await storage.threads.get(ALICE, 'thread_\u0000')).toBeUndefined();
    expect(await storage.threads.delete(ALICE, 'thread_\u0000')).toBe(false);
    expect(await storage.threads.update(ALICE, 'thread_\u0000', {})).toBeUndefined();
    expect(await storage.threads.list(ALICE, { after: '\u0000' })).toBeUndefined();
    const run = aRun('run_1', 'thread_\u0000');
    expect(await storage.startRun(ALICE, { run, messages: [], events: [] })).toEqual({
      ok: false,
      reason: 'missing',
    });
  });
});
