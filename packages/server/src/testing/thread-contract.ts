import type { MessageObject, RunObject } from '@threadkit/core/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { IdempotencyConflictError, type IdempotencyRecord } from '../storage/idempotency-record.ts';
import {
  ALICE,
  ASSISTANT,
  aRun,
  BOB,
  created,
  endOf,
  LEASE_MS,
  message,
  type StorageFixture,
  transitionTo,
} from './storage-fixture.ts';
import { STORE } from './vector-store-fixture.ts';

/** The lock of a thread, its files, and idempotency records. */
export function describeThreads(fixture: StorageFixture): void {
  describe('the lock of a thread', () => {
    beforeEach(() => fixture.addThread('thread_1', ['hi']));

    it("a thread's lock allows one active run", async () => {
      const run = await fixture.start();
      const second = aRun('run_2');
      expect(
        await fixture.storage.startRun(ALICE, { run: second, messages: [], events: created(second) }),
      ).toEqual({
        ok: false,
        reason: 'active',
        runId: run.id,
      });
      expect(await fixture.storage.getRunRecord(ALICE, 'run_2')).toBeUndefined();
    });

    it("a thread's lock allows one of several concurrent runs", async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, index) => {
          const run = aRun(`run_${index}`);
          return fixture.storage.startRun(ALICE, { run, messages: [], events: created(run) });
        }),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it("a thread's lock refuses messages, and the additional messages of a refused run", async () => {
      await fixture.start();
      expect(await fixture.storage.addMessage(ALICE, message('late'))).toMatchObject({
        ok: false,
        reason: 'active',
      });
      const second = aRun('run_2');
      await fixture.storage.startRun(ALICE, { run: second, messages: [message('more')], events: [] });
      const page = await fixture.storage.messages.list({ ...ALICE, threadId: 'thread_1' }, {});
      expect(page?.data.map(({ id }) => id)).toEqual(['msg_hi']);
    });

    it("a thread's lock is released when the run ends", async () => {
      await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const working = transitionTo(lease.run, 'in_progress');
      await fixture.storage.commit(lease, ['queued'], working);
      await fixture.storage.commit(lease, ['in_progress'], endOf(working.run));
      expect(await fixture.storage.addMessage(ALICE, message('next'))).toEqual({ ok: true });
      await fixture.start(aRun('run_2'));
    });

    it("a thread's lock is kept by the active run when an ended run is modified", async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const working = transitionTo(run, 'in_progress');
      await fixture.storage.commit(lease, ['queued'], working);
      const end = endOf(working.run);
      await fixture.storage.commit(lease, ['in_progress'], end);
      await fixture.start(aRun('run_2'));
      const renamed = { ...end.run, metadata: { a: 'b' } };
      await fixture.storage.commitTransition(
        ALICE,
        run.id,
        { status: 'completed' },
        { at: 20, events: [], run: renamed },
      );
      expect(await fixture.storage.addMessage(ALICE, message('late'))).toMatchObject({
        reason: 'active',
        runId: 'run_2',
      });
      expect(await fixture.storage.runs.get(ALICE, run.id)).toEqual(renamed);
    });

    it('a missing thread, or one of another owner, is reported', async () => {
      const run = aRun('run_2', 'thread_gone');
      expect(await fixture.storage.startRun(ALICE, { run, messages: [], events: [] })).toEqual({
        ok: false,
        reason: 'missing',
      });
      expect(await fixture.storage.addMessage(BOB, message('x'))).toEqual({ ok: false, reason: 'missing' });
    });
  });

  it('attached files are added to the resources of their thread', async () => {
    await fixture.addThread('thread_1');
    const storeOf = (id: string) => ({ store: { ...STORE, id }, files: [] });
    const withFile = (id: string): MessageObject => ({
      ...message(id),
      attachments: [
        { file_id: `file-${id}`, tools: [{ type: 'code_interpreter' }, { type: 'file_search' }] },
      ],
    });
    await fixture.storage.addMessage(ALICE, withFile('a'), { vectorStore: storeOf('vs_1') });
    const run = aRun();
    await fixture.storage.startRun(ALICE, {
      run,
      messages: [withFile('b')],
      events: created(run),
      vectorStore: storeOf('vs_2'),
    });
    expect((await fixture.storage.threads.get(ALICE, 'thread_1'))?.tool_resources).toEqual({
      code_interpreter: { file_ids: ['file-a', 'file-b'] },
      file_search: { vector_store_ids: ['vs_1'] },
    });
    const late = await fixture.storage.addMessage(ALICE, withFile('c'), { vectorStore: storeOf('vs_3') });
    expect(late).toMatchObject({ ok: false });
    expect(JSON.stringify(await fixture.storage.threads.get(ALICE, 'thread_1'))).not.toContain('file-c');
  });

  it('a message with too many files for its thread is refused', async () => {
    const thread = await fixture.addThread('thread_1');
    const withFiles = (id: string, count: number): MessageObject => ({
      ...message(id),
      attachments: Array.from({ length: count }, (_, index) => ({
        file_id: `file-${id}-${index}`,
        tools: [{ type: 'code_interpreter' }],
      })),
    });
    const refused = { ok: false, reason: 'files', count: 21 };
    expect(await fixture.storage.addMessage(ALICE, withFiles('a', 15))).toEqual({ ok: true });
    expect(await fixture.storage.addMessage(ALICE, withFiles('b', 6))).toEqual(refused);
    const startOf = (run: RunObject, messages: MessageObject[]) => ({
      run,
      messages,
      events: created(run),
    });
    expect(await fixture.storage.startRun(ALICE, startOf(aRun(), [withFiles('c', 6)]))).toEqual(refused);
    const made = { ...thread, id: 'thread_2' };
    const elsewhere = { ...startOf(aRun('run_2', 'thread_2'), [withFiles('d', 21)]), thread: made };
    expect(await fixture.storage.startRun(ALICE, elsewhere)).toEqual(refused);
    expect(await fixture.storage.threads.get(ALICE, 'thread_2')).toBeUndefined();
    const page = await fixture.storage.messages.list({ ...ALICE, threadId: 'thread_1' }, {});
    expect(page?.data.map(({ id }) => id)).toEqual(['msg_a']);
    await fixture.start();
  });

  describe('idempotency records', () => {
    const recordOf = (object: IdempotencyRecord['object'], key = 'key-1'): IdempotencyRecord => ({
      key,
      fingerprint: 'a',
      object,
      after: 0,
      at: 10,
    });

    it('idempotency records are stored with the created object, for their owner alone', async () => {
      const thread = await fixture.addThread('thread_1');
      const record = recordOf(message('hi'));
      await fixture.storage.addMessage(ALICE, message('hi'), { idempotencyRecord: record });
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'key-1')).toEqual(record);
      expect(await fixture.storage.getIdempotencyRecord(BOB, 'key-1')).toBeUndefined();
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'key-2')).toBeUndefined();
      await fixture.storage.createThread(BOB, { ...thread, id: 'thread_2' }, [], {
        idempotencyRecord: recordOf(thread),
      });
      expect(await fixture.storage.getIdempotencyRecord(BOB, 'key-1')).toMatchObject({
        object: { id: 'thread_1' },
      });
    });

    it('idempotency records are unique per key: a second write with the key fails and writes nothing', async () => {
      const thread = await fixture.addThread('thread_1');
      await fixture.storage.addMessage(ALICE, message('a'), {
        idempotencyRecord: recordOf(message('a')),
      });
      const late = aRun();
      await expect(
        fixture.storage.addMessage(ALICE, message('b'), {
          idempotencyRecord: recordOf(message('b')),
        }),
      ).rejects.toThrow(IdempotencyConflictError);
      await expect(
        fixture.storage.createAssistant(ALICE, ASSISTANT, { idempotencyRecord: recordOf(ASSISTANT) }),
      ).rejects.toThrow(IdempotencyConflictError);
      await expect(
        fixture.storage.createThread(ALICE, { ...thread, id: 'thread_2' }, [], {
          idempotencyRecord: recordOf(thread),
        }),
      ).rejects.toThrow(IdempotencyConflictError);
      await expect(
        fixture.storage.startRun(ALICE, {
          run: late,
          messages: [],
          events: [],
          idempotencyRecord: recordOf(late),
        }),
      ).rejects.toThrow(IdempotencyConflictError);
      expect(await fixture.storage.assistants.get(ALICE, 'asst_1')).toBeUndefined();
      expect(await fixture.storage.threads.get(ALICE, 'thread_2')).toBeUndefined();
      expect(await fixture.storage.getRunRecord(ALICE, 'run_1')).toBeUndefined();
      const page = await fixture.storage.messages.list({ ...ALICE, threadId: 'thread_1' }, {});
      expect(page?.data.map(({ id }) => id)).toEqual(['msg_a']);
    });

    it('idempotency records are checked before the lock that the first request acquired', async () => {
      await fixture.addThread('thread_1');
      const run = aRun();
      const start = { run, messages: [], events: created(run), idempotencyRecord: recordOf(run) };
      expect(await fixture.storage.startRun(ALICE, start)).toEqual({ ok: true });
      await expect(fixture.storage.startRun(ALICE, { ...start, run: aRun('run_2') })).rejects.toThrow(
        IdempotencyConflictError,
      );
      const cancelling = { ...transitionTo(run, 'cancelling'), idempotencyRecord: recordOf(run, 'key-2') };
      expect(await fixture.storage.commitTransition(ALICE, run.id, { status: 'queued' }, cancelling)).toBe(
        'committed',
      );
      await expect(
        fixture.storage.commitTransition(ALICE, run.id, { status: 'queued' }, cancelling),
      ).rejects.toThrow(IdempotencyConflictError);
    });

    it('idempotency records are not stored when the write is refused', async () => {
      await fixture.addThread('thread_1');
      await fixture.start();
      const outcome = await fixture.storage.addMessage(ALICE, message('late'), {
        idempotencyRecord: recordOf(message('late')),
      });
      expect(outcome).toMatchObject({ ok: false, reason: 'active' });
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'key-1')).toBeUndefined();
    });

    it('idempotency records are deleted with their thread, and by age', async () => {
      const thread = await fixture.addThread('thread_1');
      await fixture.storage.addMessage(ALICE, message('a'), {
        idempotencyRecord: recordOf(message('a')),
      });
      await fixture.storage.createThread(ALICE, { ...thread, id: 'thread_2' }, [], {
        idempotencyRecord: recordOf({ ...thread, id: 'thread_2' }, 'key-2'),
      });
      await fixture.storage.threads.delete(ALICE, 'thread_1');
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'key-1')).toBeUndefined();
      await fixture.storage.dropIdempotencyRecords(10);
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'key-2')).toEqual(
        recordOf({ ...thread, id: 'thread_2' }, 'key-2'),
      );
      await fixture.storage.dropIdempotencyRecords(11);
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'key-2')).toBeUndefined();
    });
  });
}
