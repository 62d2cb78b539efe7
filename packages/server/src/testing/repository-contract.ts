import { beforeEach, describe, expect, it } from 'vitest';
import { newAssistantMessage } from '../runs/new-message.ts';
import { SHARED_OWNER } from '../storage/storage.ts';
import { ALICE, ASSISTANT, BOB, LEASE_MS, message, type StorageFixture, THREAD } from './storage-fixture.ts';

/** Objects by id, and lists of them. */
export function describeRepositories(fixture: StorageFixture): void {
  describe('rows', () => {
    it('rows are read back unchanged', async () => {
      await fixture.storage.createAssistant(ALICE, ASSISTANT);
      expect(await fixture.storage.assistants.get(ALICE, 'asst_1')).toEqual(ASSISTANT);
    });

    it('an update replaces the given fields of a row', async () => {
      await fixture.storage.createAssistant(ALICE, {
        ...ASSISTANT,
        metadata: { a: '1', b: '2' },
        name: 'Ada',
      });
      const after = await fixture.storage.assistants.update(ALICE, 'asst_1', { metadata: { c: '3' } });
      expect(after).toMatchObject({ metadata: { c: '3' }, name: 'Ada' });
      expect(await fixture.storage.assistants.get(ALICE, 'asst_1')).toEqual(after);
    });

    it('rows are deleted once', async () => {
      await fixture.storage.createAssistant(ALICE, ASSISTANT);
      expect(await fixture.storage.assistants.delete(ALICE, 'asst_1')).toBe(true);
      expect(await fixture.storage.assistants.delete(ALICE, 'asst_1')).toBe(false);
    });

    it('rows are hidden from another owner', async () => {
      await fixture.storage.createAssistant(ALICE, ASSISTANT);
      expect(await fixture.storage.assistants.get(BOB, 'asst_1')).toBeUndefined();
      expect(await fixture.storage.assistants.update(BOB, 'asst_1', { name: 'mine' })).toBeUndefined();
      expect(await fixture.storage.assistants.delete(BOB, 'asst_1')).toBe(false);
      expect((await fixture.storage.assistants.list(BOB, {}))?.data).toEqual([]);
      expect(await fixture.storage.assistants.list(BOB, { after: 'asst_1' })).toBeUndefined();
    });

    it('rows of the shared owner can be read by all owners and written by none', async () => {
      await fixture.storage.createAssistant({ owner: SHARED_OWNER }, ASSISTANT);
      await fixture.storage.createAssistant(ALICE, { ...ASSISTANT, id: 'asst_2', created_at: 2 });
      expect(await fixture.storage.assistants.get(BOB, 'asst_1')).toEqual(ASSISTANT);
      expect((await fixture.storage.assistants.list(ALICE, {}))?.data.map(({ id }) => id)).toEqual([
        'asst_2',
        'asst_1',
      ]);
      expect(await fixture.storage.assistants.update(BOB, 'asst_1', { name: 'mine' })).toBeUndefined();
      expect(await fixture.storage.assistants.delete(BOB, 'asst_1')).toBe(false);
    });

    it('rows are hidden from another thread', async () => {
      await fixture.addThread('thread_1', ['one']);
      await fixture.addThread('thread_2');
      const scope = { ...ALICE, threadId: 'thread_2' };
      expect(await fixture.storage.messages.get(scope, 'msg_one')).toBeUndefined();
      expect(await fixture.storage.messages.delete(scope, 'msg_one')).toBe(false);
      expect(await fixture.storage.messages.list(scope, { after: 'msg_one' })).toBeUndefined();
    });

    it('rows are deleted with their thread', async () => {
      await fixture.addThread('thread_1', ['one']);
      const run = await fixture.start();
      expect(await fixture.storage.threads.delete(ALICE, 'thread_1')).toBe(true);
      expect(
        await fixture.storage.messages.get({ ...ALICE, threadId: 'thread_1' }, 'msg_one'),
      ).toBeUndefined();
      expect(await fixture.storage.getRunRecord(ALICE, run.id)).toBeUndefined();
      expect(await fixture.storage.listEvents(ALICE, run.id, 0, 10)).toEqual([]);
      expect(await fixture.storage.claim('w', LEASE_MS, 1)).toEqual([]);
    });
  });

  describe('lists', () => {
    const scope = { ...ALICE, threadId: 'thread_1' };
    const ids = (page: { data: readonly { id: string }[] } | undefined) =>
      page?.data.map(({ id }) => id.replace('msg_', ''));

    beforeEach(() => fixture.addThread('thread_1', ['a', 'b', 'c', 'd', 'e']));

    it('a message of a clock that was set back stays behind the messages before it', async () => {
      await fixture.storage.addMessage(scope, message('late', 'thread_1', 3));
      await fixture.storage.addMessage(scope, message('later', 'thread_1', 2));
      const list = fixture.storage.messages.list(scope, { limit: 3 });
      expect(ids(await list)).toEqual(['later', 'late', 'e']);
      const after = fixture.storage.messages.list(scope, { order: 'asc', after: 'msg_e' });
      expect(ids(await after)).toEqual(['late', 'later']);
    });

    it('threads are listed by time, those of the same second by insertion', async () => {
      for (const [id, at] of [
        ['b', 9],
        ['c', 10],
        ['a', 8],
      ] as const) {
        await fixture.storage.createThread(BOB, { ...THREAD, id, created_at: at }, []);
      }
      await fixture.storage.createThread(BOB, { ...THREAD, id: 'd', created_at: 9 }, []);
      expect(ids(await fixture.storage.threads.list(BOB, {}))).toEqual(['c', 'd', 'b', 'a']);
    });

    it('lists are newest first, in insertion order for equal times', async () => {
      expect(ids(await fixture.storage.messages.list(scope, {}))).toEqual(['e', 'd', 'c', 'b', 'a']);
      expect(ids(await fixture.storage.messages.list(scope, { order: 'asc' }))).toEqual([
        'a',
        'b',
        'c',
        'd',
        'e',
      ]);
    });

    it.each([
      [{ limit: 2 }, ['e', 'd'], true],
      [{ limit: 2, after: 'msg_d' }, ['c', 'b'], true],
      [{ limit: 2, after: 'msg_b' }, ['a'], false],
      [{ limit: 2, after: 'msg_a' }, [], false],
      [{ order: 'asc' as const, limit: 2, after: 'msg_b' }, ['c', 'd'], true],
      [{ before: 'msg_a' }, ['e', 'd', 'c', 'b'], false],
      [{ before: 'msg_a', limit: 2 }, ['c', 'b'], true],
      [{ before: 'msg_d', limit: 1 }, ['e'], false],
      [{ before: 'msg_e' }, [], false],
      [{ order: 'asc' as const, before: 'msg_d', limit: 2 }, ['b', 'c'], true],
      [{ after: 'msg_e', before: 'msg_b' }, ['d', 'c'], false],
      [{ after: 'msg_e', before: 'msg_a', limit: 2 }, ['d', 'c'], true],
    ])('a list returns the page for %j', async (query, expected, hasMore) => {
      const page = await fixture.storage.messages.list(scope, query);
      expect(ids(page)).toEqual(expected);
      expect(page?.has_more).toBe(hasMore);
      expect(page?.first_id).toBe(expected.length > 0 ? `msg_${expected[0]}` : null);
      expect(page?.last_id).toBe(expected.length > 0 ? `msg_${expected.at(-1)}` : null);
    });

    it('a list has twenty rows by default', async () => {
      await fixture.addThread(
        'thread_2',
        Array.from({ length: 25 }, (_, index) => `n${index}`),
      );
      const page = await fixture.storage.messages.list({ ...ALICE, threadId: 'thread_2' }, {});
      expect(page?.data).toHaveLength(20);
      expect(page?.has_more).toBe(true);
    });

    it('a list is undefined for an unknown cursor', async () => {
      expect(await fixture.storage.messages.list(scope, { after: 'msg_gone' })).toBeUndefined();
      expect(await fixture.storage.messages.list(scope, { before: 'msg_gone' })).toBeUndefined();
    });

    it("a list can be limited to one run's messages", async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      const response = newAssistantMessage(run, 'msg_response', 11);
      if (lease)
        await fixture.storage.commit(lease, ['queued'], { at: 11, events: [], messages: [response] });
      expect(ids(await fixture.storage.messages.list({ ...scope, runId: run.id }, {}))).toEqual(['response']);
    });
  });
}
