import type { FileObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { IdempotencyConflictError } from '../storage/idempotency-record.ts';
import { QuotaExceededError, type Quotas } from '../storage/quota.ts';
import type { Scope } from '../storage/storage.ts';
import {
  aRun,
  created,
  endOf,
  message,
  type StorageFixture,
  THREAD,
  transitionTo,
} from './storage-fixture.ts';

export const ANN: Scope = { owner: '["acme","ann"]' };
export const BEN: Scope = { owner: '["acme","ben"]' };
/** Of other tenants, whose owners are next to those of the tenant in the order of texts. */
export const OTHERS: readonly Scope[] = [
  { owner: '["acm","zoe"]' },
  { owner: '["acme 2","ann"]' },
  { owner: '["acmeé","ann"]' },
  { owner: '["ACME","ann"]' },
  { owner: '[null,"ann"]' },
];
export const TENANT = { tenantPrefix: '["acme","' };
const MANY = Array.from({ length: 8 }, (_, index) => index);

/** Rejects with the quota, as `[kind, of, max]`. */
export async function expectRefusal(
  write: Promise<unknown>,
  [kind, of, max]: readonly [string, string, number],
): Promise<void> {
  const error: unknown = await write.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(QuotaExceededError);
  expect(error).toMatchObject({ exceeded: { kind, of, max } });
}

/** Quotas, which are checked in the same atomic operation as the write. */
export function describeQuotas(fixture: StorageFixture): void {
  const createThread = (scope: Scope, id: string, quotas: Quotas) =>
    fixture.storage.createThread(scope, { ...THREAD, id }, [], { quotas });

  /** Starts a run, in a new thread unless `isNew` is false. */
  const startRun = (scope: Scope, id: string, quotas: Quotas, isNew = true) => {
    const run = aRun(`run_${id}`, `thread_${id}`);
    return fixture.storage.startRun(scope, {
      run,
      messages: [],
      events: created(run),
      quotas,
      ...(isNew && { thread: { ...THREAD, id: `thread_${id}` } }),
    });
  };

  const createFile = (scope: Scope, id: string, quotas: Quotas, bytes = 100) => {
    const file: FileObject = {
      id,
      object: 'file',
      bytes,
      created_at: 1,
      filename: 'a.bin',
      purpose: 'assistants',
      status: 'processed',
    };
    const content = new Blob([new Uint8Array(bytes)]).stream();
    return fixture.storage.createFile(scope, { id, content, toFile: () => file }, quotas);
  };

  /** How many succeed; the others must be refused by a quota. */
  async function countAllowed(writes: readonly Promise<unknown>[]): Promise<number> {
    const results = await Promise.allSettled(writes);
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    for (const failure of failures) expect(failure).toBeInstanceOf(QuotaExceededError);
    return results.length - failures.length;
  }

  describe('quotas', () => {
    it('a quota of threads counts those of the owner, and of the tenant', async () => {
      const quotas: Quotas = { ...TENANT, threads: { perOwner: 2, perTenant: 3 } };
      for (const [index, scope] of OTHERS.entries()) await createThread(scope, `thread_o${index}`, quotas);
      await createThread(ANN, 'thread_1', quotas);
      await createThread(ANN, 'thread_2', quotas);
      await expectRefusal(createThread(ANN, 'thread_3', quotas), ['threads', 'owner', 2]);
      expect(await fixture.storage.threads.get(ANN, 'thread_3')).toBeUndefined();
      await createThread(BEN, 'thread_4', quotas);
      await expectRefusal(createThread(BEN, 'thread_5', quotas), ['threads', 'tenant', 3]);
      await fixture.storage.threads.delete(ANN, 'thread_1');
      await createThread(BEN, 'thread_5', quotas);
    });

    it('a quota of threads also counts the thread of a run', async () => {
      const quotas: Quotas = { ...TENANT, threads: { perOwner: 1 } };
      await startRun(ANN, '1', quotas);
      await expectRefusal(startRun(ANN, '2', quotas), ['threads', 'owner', 1]);
      await expectRefusal(createThread(ANN, 'thread_3', quotas), ['threads', 'owner', 1]);
      expect(await fixture.storage.getRunRecord(ANN, 'run_2')).toBeUndefined();
    });

    it('a quota of threads does not refuse a run in a thread that exists', async () => {
      const quotas: Quotas = { ...TENANT, threads: { perOwner: 1 } };
      await createThread(ANN, 'thread_1', quotas);
      expect(await startRun(ANN, '1', quotas, false)).toEqual({ ok: true });
    });

    it('a quota of active runs counts those of the owner, and of the tenant, until they end', async () => {
      const quotas: Quotas = { ...TENANT, activeRuns: { perOwner: 1, perTenant: 2 } };
      for (const [index, scope] of OTHERS.entries()) await startRun(scope, `o${index}`, quotas);
      await startRun(ANN, '1', quotas);
      await createThread(ANN, 'thread_2', quotas);
      await expectRefusal(startRun(ANN, '2', quotas, false), ['activeRuns', 'owner', 1]);
      await expectRefusal(startRun(ANN, '3', quotas), ['activeRuns', 'owner', 1]);
      expect(await fixture.storage.threads.get(ANN, 'thread_3')).toBeUndefined();
      await startRun(BEN, '4', quotas);
      await expectRefusal(startRun({ owner: '["acme","cy"]' }, '5', quotas), ['activeRuns', 'tenant', 2]);
      const working = transitionTo(aRun('run_1', 'thread_1'), 'in_progress');
      await fixture.storage.commitTransition(ANN, 'run_1', { status: 'queued' }, working);
      await fixture.storage.commitTransition(ANN, 'run_1', { status: 'in_progress' }, endOf(working.run));
      expect(await startRun(ANN, '2', quotas, false)).toEqual({ ok: true });
    });

    it('a quota of files counts those of the owner, and of the tenant', async () => {
      const quotas: Quotas = { ...TENANT, files: { perOwner: 2, perTenant: 3 } };
      for (const [index, scope] of OTHERS.entries()) await createFile(scope, `file_o${index}`, quotas);
      await createFile(ANN, 'file_1', quotas);
      await createFile(ANN, 'file_2', quotas);
      await expectRefusal(createFile(ANN, 'file_3', quotas), ['files', 'owner', 2]);
      await createFile(BEN, 'file_4', quotas);
      await expectRefusal(createFile(BEN, 'file_5', quotas), ['files', 'tenant', 3]);
      expect(await fixture.storage.files.get(BEN, 'file_5')).toBeUndefined();
      await fixture.storage.files.delete(ANN, 'file_1');
      await createFile(BEN, 'file_5', quotas);
    });

    it('a quota of bytes counts the contents of files of the owner, and of the tenant', async () => {
      const quotas: Quotas = { ...TENANT, fileBytes: { perOwner: 1000, perTenant: 1500 } };
      for (const [index, scope] of OTHERS.entries()) await createFile(scope, `file_o${index}`, quotas, 900);
      await createFile(ANN, 'file_1', quotas, 600);
      await expectRefusal(createFile(ANN, 'file_2', quotas, 401), ['fileBytes', 'owner', 1000]);
      await createFile(ANN, 'file_2', quotas, 400);
      await createFile(ANN, 'file_3', quotas, 0);
      await expectRefusal(createFile(BEN, 'file_4', quotas, 501), ['fileBytes', 'tenant', 1500]);
      await fixture.storage.files.delete(ANN, 'file_1');
      await createFile(BEN, 'file_4', quotas, 501);
    });

    it('a quota of bytes refuses a file before its content is read', async () => {
      const quotas: Quotas = { ...TENANT, fileBytes: { perOwner: 99 } };
      const content = new ReadableStream<Uint8Array>(
        {
          pull: () => {
            throw new Error('The content was read.');
          },
        },
        { highWaterMark: 0 },
      );
      const toFile = (): FileObject => {
        throw new Error('The content was read.');
      };
      const upload = { id: 'file_1', content, toFile, minBytes: 100 };
      await expectRefusal(fixture.storage.createFile(ANN, upload, quotas), ['fileBytes', 'owner', 99]);
    });

    it('a quota of thread items counts the messages and runs of a thread', async () => {
      const quotas: Quotas = { ...TENANT, threadItems: 3 };
      const full = ['threadItems', 'thread', 3] as const;
      const { storage } = fixture;
      const four = ['a', 'b', 'c', 'd'].map((text) => message(text, 'thread_0'));
      await expectRefusal(storage.createThread(ANN, { ...THREAD, id: 'thread_0' }, four, { quotas }), full);
      expect(await storage.threads.get(ANN, 'thread_0')).toBeUndefined();
      await storage.createThread(ANN, THREAD, [message('a')], { quotas });
      const run = aRun();
      const withTwo = { run, messages: [message('b'), message('c')], events: created(run), quotas };
      await expectRefusal(storage.startRun(ANN, withTwo), full);
      const made = aRun('run_2', 'thread_2');
      const three = ['x', 'y', 'z'].map((text) => message(text, 'thread_2'));
      await expectRefusal(
        storage.startRun(ANN, {
          ...withTwo,
          run: made,
          messages: three,
          thread: { ...THREAD, id: 'thread_2' },
        }),
        full,
      );
      expect(await storage.threads.get(ANN, 'thread_2')).toBeUndefined();
      expect(await storage.addMessage(ANN, message('d'), { quotas })).toEqual({ ok: true });
      expect(await storage.startRun(ANN, { ...withTwo, messages: [] })).toEqual({ ok: true });
      const working = transitionTo(run, 'in_progress');
      await storage.commitTransition(ANN, run.id, { status: 'queued' }, working);
      // What a run writes is never refused.
      const end = { ...endOf(working.run), messages: [message('e')] };
      await storage.commitTransition(ANN, run.id, { status: 'in_progress' }, end);
      await expectRefusal(storage.addMessage(ANN, message('f'), { quotas }), full);
      const page = await storage.messages.list({ ...ANN, threadId: THREAD.id }, { order: 'asc' });
      expect(page?.data.map(({ id }) => id)).toEqual(['msg_a', 'msg_d', 'msg_e']);
      await storage.messages.delete({ ...ANN, threadId: THREAD.id }, 'msg_a');
      await storage.messages.delete({ ...ANN, threadId: THREAD.id }, 'msg_d');
      expect(await storage.addMessage(ANN, message('f'), { quotas })).toEqual({ ok: true });
    });

    it.each<[string, Quotas, number]>([
      ['of an owner', { ...TENANT, threads: { perOwner: 3 } }, 6],
      ['of a tenant', { ...TENANT, threads: { perTenant: 3 } }, 3],
      ['of active runs', { ...TENANT, activeRuns: { perTenant: 3 } }, 3],
    ])('a quota %s allows exactly as many of concurrent runs', async (_what, quotas, expected) => {
      const owners = [ANN, BEN];
      const starts = owners.flatMap((scope, at) =>
        MANY.map((index) => startRun(scope, `${at}_${index}`, quotas)),
      );
      expect(await countAllowed(starts)).toBe(expected);
    });

    it.each<[string, Quotas, number]>([
      ['of threads', { ...TENANT, threads: { perOwner: 2, perTenant: 3 } }, 3],
      ['of no threads', { ...TENANT, threads: { perOwner: 0 } }, 0],
    ])('a quota %s allows exactly as many of concurrent threads', async (_what, quotas, expected) => {
      const writes = [ANN, BEN].flatMap((scope, at) =>
        MANY.map((index) => createThread(scope, `thread_${at}_${index}`, quotas)),
      );
      expect(await countAllowed(writes)).toBe(expected);
    });

    it.each<[string, Quotas, number]>([
      ['of files', { ...TENANT, files: { perTenant: 3 } }, 3],
      ['of bytes', { ...TENANT, fileBytes: { perOwner: 250, perTenant: 300 } }, 3],
    ])('a quota %s allows exactly as many of concurrent uploads', async (_what, quotas, expected) => {
      const files = [ANN, BEN].flatMap((scope, at) =>
        MANY.map((index) => ({ scope, id: `file_${at}_${index}` })),
      );
      expect(await countAllowed(files.map(({ scope, id }) => createFile(scope, id, quotas)))).toBe(expected);
      // Nothing is left of a refused one, which could be in its way.
      for (const { scope, id } of files) {
        if (!(await fixture.storage.files.get(scope, id))) await createFile(scope, id, TENANT);
      }
    });

    it('a quota does not refuse a concurrent request with the same key', async () => {
      const quotas: Quotas = { ...TENANT, threads: { perTenant: 1 } };
      const results = await Promise.allSettled(
        MANY.map((index) => {
          const thread = { ...THREAD, id: `thread_${index}` };
          const idempotencyRecord = { key: 'k', fingerprint: 'f', object: thread, after: 0, at: 10 };
          return fixture.storage.createThread(ANN, thread, [], { quotas, idempotencyRecord });
        }),
      );
      const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(failures).toHaveLength(MANY.length - 1);
      for (const failure of failures) expect(failure).toBeInstanceOf(IdempotencyConflictError);
    });

    it('a quota does not refuse a repeated request, nor keep the record of a refused one', async () => {
      const quotas: Quotas = { ...TENANT, threads: { perOwner: 1 } };
      const recordOf = (key: string) => ({ key, fingerprint: 'f', object: THREAD, after: 0, at: 10 });
      const { storage } = fixture;
      await storage.createThread(ANN, THREAD, [], { quotas, idempotencyRecord: recordOf('k') });
      await expect(
        storage.createThread(ANN, THREAD, [], { quotas, idempotencyRecord: recordOf('k') }),
      ).rejects.toThrow(IdempotencyConflictError);
      const other = { ...THREAD, id: 'thread_2' };
      await expectRefusal(
        storage.createThread(ANN, other, [], { quotas, idempotencyRecord: recordOf('l') }),
        ['threads', 'owner', 1],
      );
      expect(await storage.getIdempotencyRecord(ANN, 'l')).toBeUndefined();
    });
  });
}
