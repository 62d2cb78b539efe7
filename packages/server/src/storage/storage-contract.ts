import type {
  AssistantObject,
  MessageObject,
  RunObject,
  StreamEvent,
  ThreadObject,
} from '@threadkit/core/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assistantObject } from '../routes/assistant-object.ts';
import { runObject } from '../routes/run-object.ts';
import { newAnswer, newMessage } from '../runs/new-message.ts';
import { newStep } from '../runs/new-step.ts';
import { moveRun } from '../runs/run-transitions.ts';
import { type KeyedAnswer, KeyTaken } from './keyed-answer.ts';
import { type Commit, type Scope, SHARED_OWNER, type Storage } from './storage.ts';

const ALICE: Scope = { owner: 'alice' };
const BOB: Scope = { owner: 'bob' };
const LEASE_MS = 1000;

/** What every storage promises. `open` gives a fresh, empty one. */
export function describeStorage(name: string, open: () => Promise<Storage>): void {
  describe(name, () => {
    let storage: Storage;
    let assistant: AssistantObject;

    beforeEach(async () => {
      storage = await open();
      assistant = assistantObject({ model: 'm' }, 'asst_1', 1);
    });
    afterEach(() => storage.close());

    async function addThread(
      id = 'thread_1',
      texts: readonly string[] = [],
      scope = ALICE,
    ): Promise<ThreadObject> {
      const thread: ThreadObject = { id, object: 'thread', created_at: 10, metadata: {}, tool_resources: {} };
      const messages = texts.map((text) => message(text, id));
      await storage.createThread(scope, thread, messages);
      return thread;
    }

    function message(text: string, threadId = 'thread_1', at = 10): MessageObject {
      return newMessage({ role: 'user', content: text }, { id: `msg_${text}`, threadId, at });
    }

    function aRun(id = 'run_1', threadId = 'thread_1'): RunObject {
      return runObject(assistant, {}, { id, threadId, at: 10 });
    }

    function created(run: RunObject): StreamEvent[] {
      return [
        { event: 'thread.run.created', data: run },
        { event: 'thread.run.queued', data: run },
      ];
    }

    async function start(run = aRun()): Promise<RunObject> {
      const outcome = await storage.startRun(ALICE, { run, messages: [], events: created(run) });
      expect(outcome).toEqual({ ok: true });
      return run;
    }

    const moveTo = (run: RunObject, status: 'in_progress' | 'cancelling'): Commit & { run: RunObject } => {
      const moved = moveRun(run, { to: status }, 11);
      return { at: 11, run: moved, events: [{ event: `thread.run.${status}`, data: moved }] };
    };

    const endOf = (run: RunObject): Commit & { run: RunObject } => {
      const moved = moveRun(run, { to: 'completed', usage: null }, 12);
      return { at: 12, run: moved, events: [{ event: 'thread.run.completed', data: moved }] };
    };

    it('opens more than once without harm', async () => {
      await storage.open();
      expect(await storage.threads.get(ALICE, 'thread_1')).toBeUndefined();
    });

    describe('rows', () => {
      it('gives back what was put in, field by field', async () => {
        await storage.createAssistant(ALICE, assistant);
        expect(await storage.assistants.get(ALICE, 'asst_1')).toEqual(assistant);
      });

      it('replaces the fields of an update whole and leaves the others', async () => {
        await storage.createAssistant(ALICE, { ...assistant, metadata: { a: '1', b: '2' }, name: 'Ada' });
        const after = await storage.assistants.update(ALICE, 'asst_1', { metadata: { c: '3' } });
        expect(after).toMatchObject({ metadata: { c: '3' }, name: 'Ada' });
        expect(await storage.assistants.get(ALICE, 'asst_1')).toEqual(after);
      });

      it('deletes once', async () => {
        await storage.createAssistant(ALICE, assistant);
        expect(await storage.assistants.delete(ALICE, 'asst_1')).toBe(true);
        expect(await storage.assistants.delete(ALICE, 'asst_1')).toBe(false);
      });

      it('hides rows of another owner from every act', async () => {
        await storage.createAssistant(ALICE, assistant);
        expect(await storage.assistants.get(BOB, 'asst_1')).toBeUndefined();
        expect(await storage.assistants.update(BOB, 'asst_1', { name: 'mine' })).toBeUndefined();
        expect(await storage.assistants.delete(BOB, 'asst_1')).toBe(false);
        expect((await storage.assistants.list(BOB, {}))?.data).toEqual([]);
        expect(await storage.assistants.list(BOB, { after: 'asst_1' })).toBeUndefined();
      });

      it('shows shared assistants to everyone and lets nobody write them', async () => {
        await storage.createAssistant({ owner: SHARED_OWNER }, assistant);
        await storage.createAssistant(ALICE, { ...assistant, id: 'asst_2', created_at: 2 });
        expect(await storage.assistants.get(BOB, 'asst_1')).toEqual(assistant);
        expect((await storage.assistants.list(ALICE, {}))?.data.map(({ id }) => id)).toEqual([
          'asst_2',
          'asst_1',
        ]);
        expect(await storage.assistants.update(BOB, 'asst_1', { name: 'mine' })).toBeUndefined();
        expect(await storage.assistants.delete(BOB, 'asst_1')).toBe(false);
      });

      it('hides rows below another thread', async () => {
        await addThread('thread_1', ['one']);
        await addThread('thread_2');
        const scope = { ...ALICE, threadId: 'thread_2' };
        expect(await storage.messages.get(scope, 'msg_one')).toBeUndefined();
        expect(await storage.messages.delete(scope, 'msg_one')).toBe(false);
        expect(await storage.messages.list(scope, { after: 'msg_one' })).toBeUndefined();
      });

      it('takes everything below a thread away with it', async () => {
        await addThread('thread_1', ['one']);
        const run = await start();
        expect(await storage.threads.delete(ALICE, 'thread_1')).toBe(true);
        expect(await storage.messages.get({ ...ALICE, threadId: 'thread_1' }, 'msg_one')).toBeUndefined();
        expect(await storage.runRecord(ALICE, run.id)).toBeUndefined();
        expect(await storage.events(ALICE, run.id, 0, 10)).toEqual([]);
        expect(await storage.claim('w', 0, LEASE_MS)).toBeUndefined();
      });
    });

    describe('lists', () => {
      const scope = { ...ALICE, threadId: 'thread_1' };
      const ids = (page: { data: readonly { id: string }[] } | undefined) =>
        page?.data.map(({ id }) => id.replace('msg_', ''));

      beforeEach(() => addThread('thread_1', ['a', 'b', 'c', 'd', 'e']));

      it('is newest first, and keeps the order of insertion among equal times', async () => {
        expect(ids(await storage.messages.list(scope, {}))).toEqual(['e', 'd', 'c', 'b', 'a']);
        expect(ids(await storage.messages.list(scope, { order: 'asc' }))).toEqual(['a', 'b', 'c', 'd', 'e']);
      });

      it('sorts by time before insertion', async () => {
        await storage.addMessage(ALICE, message('early', 'thread_1', 5));
        expect(ids(await storage.messages.list(scope, { order: 'asc', limit: 2 }))).toEqual(['early', 'a']);
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
      ])('pages %j', async (query, expected, hasMore) => {
        const page = await storage.messages.list(scope, query);
        expect(ids(page)).toEqual(expected);
        expect(page?.has_more).toBe(hasMore);
        expect(page?.first_id).toBe(expected.length > 0 ? `msg_${expected[0]}` : null);
        expect(page?.last_id).toBe(expected.length > 0 ? `msg_${expected.at(-1)}` : null);
      });

      it('shows twenty where no limit is given', async () => {
        await addThread(
          'thread_2',
          Array.from({ length: 25 }, (_, index) => `n${index}`),
        );
        const page = await storage.messages.list({ ...ALICE, threadId: 'thread_2' }, {});
        expect(page?.data).toHaveLength(20);
        expect(page?.has_more).toBe(true);
      });

      it('knows no cursor that is not in the list', async () => {
        expect(await storage.messages.list(scope, { after: 'msg_gone' })).toBeUndefined();
        expect(await storage.messages.list(scope, { before: 'msg_gone' })).toBeUndefined();
      });

      it("lists one run's messages", async () => {
        const run = await start();
        const lease = await storage.claim('w', 0, LEASE_MS);
        const answer = newAnswer(run, 'msg_answer', 11);
        if (lease) await storage.commit(lease, ['queued'], { at: 11, events: [], messages: [answer] });
        expect(ids(await storage.messages.list({ ...scope, runId: run.id }, {}))).toEqual(['answer']);
      });
    });

    describe('the lock of a thread', () => {
      beforeEach(() => addThread('thread_1', ['hi']));

      it('lets one run in', async () => {
        const run = await start();
        const second = aRun('run_2');
        expect(await storage.startRun(ALICE, { run: second, messages: [], events: created(second) })).toEqual(
          {
            ok: false,
            reason: 'active',
            runId: run.id,
          },
        );
        expect(await storage.runRecord(ALICE, 'run_2')).toBeUndefined();
      });

      it('lets one run in when many come at once', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, (_, index) => {
            const run = aRun(`run_${index}`);
            return storage.startRun(ALICE, { run, messages: [], events: created(run) });
          }),
        );
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      });

      it('keeps messages out, and additional messages of a refused run too', async () => {
        await start();
        expect(await storage.addMessage(ALICE, message('late'))).toMatchObject({
          ok: false,
          reason: 'active',
        });
        const second = aRun('run_2');
        await storage.startRun(ALICE, { run: second, messages: [message('more')], events: [] });
        const page = await storage.messages.list({ ...ALICE, threadId: 'thread_1' }, {});
        expect(page?.data.map(({ id }) => id)).toEqual(['msg_hi']);
      });

      it('opens when the run ends', async () => {
        await start();
        const lease = await storage.claim('w', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        const working = moveTo(lease.run, 'in_progress');
        await storage.commit(lease, ['queued'], working);
        await storage.commit(lease, ['in_progress'], endOf(working.run));
        expect(await storage.addMessage(ALICE, message('next'))).toEqual({ ok: true });
        await start(aRun('run_2'));
      });

      it('stays with the next run when the one before is modified', async () => {
        const run = await start();
        const lease = await storage.claim('w', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        const working = moveTo(run, 'in_progress');
        await storage.commit(lease, ['queued'], working);
        const end = endOf(working.run);
        await storage.commit(lease, ['in_progress'], end);
        await start(aRun('run_2'));
        const renamed = { ...end.run, metadata: { a: 'b' } };
        await storage.moveRun(ALICE, run.id, { status: 'completed' }, { at: 20, events: [], run: renamed });
        expect(await storage.addMessage(ALICE, message('late'))).toMatchObject({
          reason: 'active',
          runId: 'run_2',
        });
        expect(await storage.runs.get(ALICE, run.id)).toEqual(renamed);
      });

      it('lets an owner have as many active runs as it may, and no thread of a refused one', async () => {
        const thread = await addThread('thread_2');
        await start();
        const startOf = (run: RunObject, maxActive: number) => ({ run, messages: [], events: [], maxActive });
        const refused = { ok: false, reason: 'limit' };
        expect(await storage.startRun(ALICE, startOf(aRun('run_2', 'thread_2'), 1))).toEqual(refused);
        const made = { ...startOf(aRun('run_3', 'thread_3'), 1), thread: { ...thread, id: 'thread_3' } };
        expect(await storage.startRun(ALICE, made)).toEqual(refused);
        expect(await storage.threads.get(ALICE, 'thread_3')).toBeUndefined();
        await addThread('thread_4', [], BOB);
        expect(await storage.startRun(BOB, startOf(aRun('run_4', 'thread_4'), 1))).toEqual({ ok: true });
        expect(await storage.startRun(ALICE, startOf(aRun('run_2', 'thread_2'), 2))).toEqual({ ok: true });
      });

      it('says when the thread is missing or of another owner', async () => {
        const run = aRun('run_2', 'thread_gone');
        expect(await storage.startRun(ALICE, { run, messages: [], events: [] })).toEqual({
          ok: false,
          reason: 'missing',
        });
        expect(await storage.addMessage(BOB, message('x'))).toEqual({ ok: false, reason: 'missing' });
      });
    });

    it('makes the files that messages attach resources of their thread', async () => {
      await addThread('thread_1');
      const withFile = (id: string): MessageObject => ({
        ...message(id),
        attachments: [
          { file_id: `file-${id}`, tools: [{ type: 'code_interpreter' }, { type: 'file_search' }] },
        ],
      });
      await storage.addMessage(ALICE, withFile('a'), { vectorStoreId: 'vs_1' });
      const run = aRun();
      await storage.startRun(ALICE, {
        run,
        messages: [withFile('b')],
        events: created(run),
        vectorStoreId: 'vs_2',
      });
      expect((await storage.threads.get(ALICE, 'thread_1'))?.tool_resources).toEqual({
        code_interpreter: { file_ids: ['file-a', 'file-b'] },
        file_search: { vector_store_ids: ['vs_1'] },
      });
      const late = await storage.addMessage(ALICE, withFile('c'), { vectorStoreId: 'vs_3' });
      expect(late).toMatchObject({ ok: false });
      expect(JSON.stringify(await storage.threads.get(ALICE, 'thread_1'))).not.toContain('file-c');
    });

    it('takes no message whose files would be too many for their thread', async () => {
      const thread = await addThread('thread_1');
      const withFiles = (id: string, count: number): MessageObject => ({
        ...message(id),
        attachments: Array.from({ length: count }, (_, index) => ({
          file_id: `file-${id}-${index}`,
          tools: [{ type: 'code_interpreter' }],
        })),
      });
      const refused = { ok: false, reason: 'files', count: 21 };
      expect(await storage.addMessage(ALICE, withFiles('a', 15))).toEqual({ ok: true });
      expect(await storage.addMessage(ALICE, withFiles('b', 6))).toEqual(refused);
      const startOf = (run: RunObject, messages: MessageObject[]) => ({
        run,
        messages,
        events: created(run),
      });
      expect(await storage.startRun(ALICE, startOf(aRun(), [withFiles('c', 6)]))).toEqual(refused);
      const made = { ...thread, id: 'thread_2' };
      const elsewhere = { ...startOf(aRun('run_2', 'thread_2'), [withFiles('d', 21)]), thread: made };
      expect(await storage.startRun(ALICE, elsewhere)).toEqual(refused);
      expect(await storage.threads.get(ALICE, 'thread_2')).toBeUndefined();
      const page = await storage.messages.list({ ...ALICE, threadId: 'thread_1' }, {});
      expect(page?.data.map(({ id }) => id)).toEqual(['msg_a']);
      await start();
    });

    describe('answers under a key', () => {
      const keyed = (object: KeyedAnswer['object'], key = 'key-1'): KeyedAnswer => ({
        key,
        fingerprint: 'a',
        object,
        after: 0,
        at: 10,
      });

      it('are stored with what they answer, for their owner alone', async () => {
        const thread = await addThread('thread_1');
        const answer = keyed(message('hi'));
        await storage.addMessage(ALICE, message('hi'), { keyed: answer });
        expect(await storage.keyedAnswer(ALICE, 'key-1')).toEqual(answer);
        expect(await storage.keyedAnswer(BOB, 'key-1')).toBeUndefined();
        expect(await storage.keyedAnswer(ALICE, 'key-2')).toBeUndefined();
        await storage.createThread(BOB, { ...thread, id: 'thread_2' }, [], keyed(thread));
        expect(await storage.keyedAnswer(BOB, 'key-1')).toMatchObject({ object: { id: 'thread_1' } });
      });

      it('are one a key: a second act writes nothing', async () => {
        const thread = await addThread('thread_1');
        await storage.addMessage(ALICE, message('a'), { keyed: keyed(message('a')) });
        const late = aRun();
        await expect(storage.addMessage(ALICE, message('b'), { keyed: keyed(message('b')) })).rejects.toThrow(
          KeyTaken,
        );
        await expect(storage.createAssistant(ALICE, assistant, keyed(assistant))).rejects.toThrow(KeyTaken);
        await expect(
          storage.createThread(ALICE, { ...thread, id: 'thread_2' }, [], keyed(thread)),
        ).rejects.toThrow(KeyTaken);
        await expect(
          storage.startRun(ALICE, { run: late, messages: [], events: [], keyed: keyed(late) }),
        ).rejects.toThrow(KeyTaken);
        expect(await storage.assistants.get(ALICE, 'asst_1')).toBeUndefined();
        expect(await storage.threads.get(ALICE, 'thread_2')).toBeUndefined();
        expect(await storage.runRecord(ALICE, 'run_1')).toBeUndefined();
        const page = await storage.messages.list({ ...ALICE, threadId: 'thread_1' }, {});
        expect(page?.data.map(({ id }) => id)).toEqual(['msg_a']);
      });

      it('are looked for before the lock that the first request made', async () => {
        await addThread('thread_1');
        const run = aRun();
        const keyedStart = { run, messages: [], events: created(run), keyed: keyed(run) };
        expect(await storage.startRun(ALICE, keyedStart)).toEqual({ ok: true });
        await expect(storage.startRun(ALICE, { ...keyedStart, run: aRun('run_2') })).rejects.toThrow(
          KeyTaken,
        );
        const moved = { ...moveTo(run, 'cancelling'), keyed: keyed(run, 'key-2') };
        expect(await storage.moveRun(ALICE, run.id, { status: 'queued' }, moved)).toBe('committed');
        await expect(storage.moveRun(ALICE, run.id, { status: 'queued' }, moved)).rejects.toThrow(KeyTaken);
      });

      it('are not kept when the act is refused', async () => {
        await addThread('thread_1');
        await start();
        const outcome = await storage.addMessage(ALICE, message('late'), { keyed: keyed(message('late')) });
        expect(outcome).toMatchObject({ ok: false, reason: 'active' });
        expect(await storage.keyedAnswer(ALICE, 'key-1')).toBeUndefined();
      });

      it('go with their thread, and after their time', async () => {
        const thread = await addThread('thread_1');
        await storage.addMessage(ALICE, message('a'), { keyed: keyed(message('a')) });
        await storage.createThread(
          ALICE,
          { ...thread, id: 'thread_2' },
          [],
          keyed({ ...thread, id: 'thread_2' }, 'key-2'),
        );
        await storage.threads.delete(ALICE, 'thread_1');
        expect(await storage.keyedAnswer(ALICE, 'key-1')).toBeUndefined();
        await storage.dropKeyedAnswers(10);
        expect(await storage.keyedAnswer(ALICE, 'key-2')).toBeDefined();
        await storage.dropKeyedAnswers(11);
        expect(await storage.keyedAnswer(ALICE, 'key-2')).toBeUndefined();
      });
    });

    describe('leases', () => {
      beforeEach(() => addThread());

      it('gives a run to one worker only', async () => {
        await start();
        const [first, second] = await Promise.all([
          storage.claim('w1', 0, LEASE_MS),
          storage.claim('w2', 0, LEASE_MS),
        ]);
        expect([first, second].filter(Boolean)).toHaveLength(1);
        expect(first).toMatchObject({ owner: 'alice', workerId: 'w1', recoveries: 0, seq: 2 });
      });

      it('takes a run from a worker that fell silent, and fences that one off', async () => {
        await start();
        const silent = await storage.claim('w1', 0, LEASE_MS);
        if (!silent) throw new Error('nothing to claim');
        const working = moveTo(silent.run, 'in_progress');
        await storage.commit(silent, ['queued'], working);
        expect(await storage.claim('w2', LEASE_MS - 1, LEASE_MS)).toBeUndefined();
        const next = await storage.claim('w2', LEASE_MS, LEASE_MS);
        expect(next).toMatchObject({ workerId: 'w2', recoveries: 1 });
        expect(await storage.commit(silent, ['in_progress'], endOf(working.run))).toBe('fenced');
        expect(await storage.heartbeat(silent, LEASE_MS, LEASE_MS)).toBeUndefined();
        expect((await storage.runRecord(ALICE, 'run_1'))?.run.status).toBe('in_progress');
        expect((await storage.events(ALICE, 'run_1', 0, 10)).length).toBe(3);
      });

      it('fences a worker off from its own earlier lease', async () => {
        await start();
        const first = await storage.claim('w1', 0, LEASE_MS);
        const second = await storage.claim('w1', LEASE_MS, LEASE_MS);
        if (!first || !second) throw new Error('nothing to claim');
        expect(await storage.commit(first, ['queued'], moveTo(first.run, 'in_progress'))).toBe('fenced');
        expect(await storage.commit(second, ['queued'], moveTo(second.run, 'in_progress'))).toBe('committed');
      });

      it('keeps a lease alive by heartbeat, and tells the status with it', async () => {
        await start();
        const lease = await storage.claim('w1', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        expect(await storage.heartbeat(lease, 900, LEASE_MS)).toBe('queued');
        expect(await storage.claim('w2', 1500, LEASE_MS)).toBeUndefined();
        await storage.moveRun(ALICE, 'run_1', { status: 'queued' }, moveTo(lease.run, 'cancelling'));
        expect(await storage.heartbeat(lease, 1600, LEASE_MS)).toBe('cancelling');
      });

      it('gives a released run to the next at once', async () => {
        await start();
        const lease = await storage.claim('w1', 0, LEASE_MS);
        if (lease) await storage.release(lease);
        expect(await storage.claim('w2', 0, LEASE_MS)).toMatchObject({ workerId: 'w2' });
      });

      it('asks for no worker while a run waits for tool outputs', async () => {
        await start();
        const lease = await storage.claim('w1', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        const working = moveTo(lease.run, 'in_progress');
        await storage.commit(lease, ['queued'], working);
        const action = { type: 'submit_tool_outputs' as const, submit_tool_outputs: { tool_calls: [] } };
        const waiting = moveRun(working.run, { to: 'requires_action', action }, 12);
        const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
        await storage.commit(lease, ['in_progress'], {
          at: 12,
          run: waiting,
          events: [],
          pendingUsage: usage,
        });
        expect(await storage.claim('w2', 1e9, LEASE_MS)).toBeUndefined();
        expect(await storage.heartbeat(lease, 0, LEASE_MS)).toBeUndefined();
        expect(await storage.runRecord(ALICE, 'run_1')).toMatchObject({ run: waiting, pendingUsage: usage });
      });

      it('hands out overdue runs, whoever holds them', async () => {
        const run = await start();
        const holder = await storage.claim('w1', 0, 1e12);
        if (!holder) throw new Error('nothing to claim');
        const deadline = (run.expires_at ?? 0) * 1000;
        expect(await storage.claimOverdue('w2', deadline - 1, LEASE_MS, 10)).toEqual([]);
        expect(await storage.claimOverdue('w2', deadline, LEASE_MS, 10)).toMatchObject([{ workerId: 'w2' }]);
        expect(await storage.commit(holder, ['queued'], moveTo(run, 'in_progress'))).toBe('fenced');
      });
    });

    describe('commits', () => {
      beforeEach(() => addThread());

      it('writes everything of an act, and numbers events from one', async () => {
        const run = await start();
        const lease = await storage.claim('w', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        const answer = newAnswer(run, 'msg_a', 11);
        const step = newStep(
          run,
          'step_a',
          { type: 'message_creation', message_creation: { message_id: 'msg_a' } },
          11,
        );
        const outcome = await storage.commit(lease, ['queued'], {
          at: 11,
          messages: [answer],
          steps: [step],
          events: [
            { event: 'thread.run.step.created', data: step },
            { event: 'thread.message.created', data: answer },
          ],
        });
        expect(outcome).toBe('committed');
        const scope = { ...ALICE, threadId: 'thread_1' };
        expect(await storage.messages.get(scope, 'msg_a')).toEqual(answer);
        expect(await storage.steps.get({ ...scope, runId: run.id }, 'step_a')).toEqual(step);
        expect((await storage.events(ALICE, run.id, 0, 10)).map(({ seq, event }) => [seq, event])).toEqual([
          [1, 'thread.run.created'],
          [2, 'thread.run.queued'],
          [3, 'thread.run.step.created'],
          [4, 'thread.message.created'],
        ]);
        expect((await storage.events(ALICE, run.id, 2, 1)).map(({ seq, data }) => ({ seq, data }))).toEqual([
          { seq: 3, data: step },
        ]);
      });

      it('writes nothing when the run has moved', async () => {
        const run = await start();
        const lease = await storage.claim('w', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        await storage.moveRun(ALICE, run.id, { status: 'queued' }, moveTo(run, 'cancelling'));
        const late = { ...moveTo(run, 'in_progress'), messages: [newAnswer(run, 'msg_late', 11)] };
        expect(await storage.commit(lease, ['queued'], late)).toBe('moved');
        expect(await storage.messages.get({ ...ALICE, threadId: 'thread_1' }, 'msg_late')).toBeUndefined();
        expect((await storage.runRecord(ALICE, run.id))?.seq).toBe(3);
      });

      it('moves a run only from the expected state and number', async () => {
        const run = await start();
        const change = moveTo(run, 'cancelling');
        expect(await storage.moveRun(BOB, run.id, { status: 'queued' }, change)).toBe('moved');
        expect(await storage.moveRun(ALICE, run.id, { status: 'in_progress' }, change)).toBe('moved');
        expect(await storage.moveRun(ALICE, run.id, { status: 'queued', seq: 1 }, change)).toBe('moved');
        expect(await storage.moveRun(ALICE, run.id, { status: 'queued', seq: 2 }, change)).toBe('committed');
        expect(await storage.moveRun(ALICE, run.id, { status: 'queued', seq: 2 }, change)).toBe('moved');
      });

      it('announces what it has written, when it can be read', async () => {
        const heard: Promise<number>[] = [];
        const stop = storage.onCommit((runId) => {
          heard.push(storage.events(ALICE, runId, 0, 10).then((events) => events.length));
        });
        const run = await start();
        stop();
        await storage.moveRun(ALICE, run.id, { status: 'queued' }, moveTo(run, 'cancelling'));
        expect(await Promise.all(heard)).toEqual([2]);
      });

      it('drops the events of runs that ended long ago, and says so', async () => {
        const run = await start();
        const lease = await storage.claim('w', 0, LEASE_MS);
        if (!lease) throw new Error('nothing to claim');
        const working = moveTo(run, 'in_progress');
        await storage.commit(lease, ['queued'], working);
        await storage.dropEvents(1e9);
        expect(await storage.events(ALICE, run.id, 0, 10)).toHaveLength(3);
        await storage.commit(lease, ['in_progress'], endOf(working.run));
        await storage.dropEvents(12);
        expect(await storage.events(ALICE, run.id, 0, 10)).toHaveLength(4);
        await storage.dropEvents(13);
        expect(await storage.events(ALICE, run.id, 0, 10)).toEqual([]);
        expect(await storage.runRecord(ALICE, run.id)).toMatchObject({ seq: 4, droppedSeq: 4 });
      });
    });
  });
}
