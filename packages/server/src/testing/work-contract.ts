import type { ListParams, StreamEvent } from '@threadkit/core/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { newAssistantMessage } from '../runs/new-message.ts';
import { newStep } from '../runs/new-step.ts';
import { transitionRun } from '../runs/run-transitions.ts';
import type { Lease } from '../storage/storage.ts';
import {
  ALICE,
  aRun,
  BOB,
  created,
  endOf,
  LEASE_MS,
  type StorageFixture,
  transitionTo,
} from './storage-fixture.ts';

function textDelta(id: string, value: string): StreamEvent {
  return {
    event: 'thread.message.delta',
    data: {
      id,
      object: 'thread.message.delta',
      delta: { content: [{ index: 0, type: 'text', text: { value } }] },
    },
  };
}

function callDelta(
  stepId: string,
  { id, ...called }: { id?: string; name?: string; arguments: string },
): StreamEvent {
  const call = {
    index: 0,
    type: 'function' as const,
    ...(id !== undefined && { id }),
    function: { ...called, ...(id !== undefined && { output: null }) },
  };
  return {
    event: 'thread.run.step.delta',
    data: {
      id: stepId,
      object: 'thread.run.step.delta',
      delta: { step_details: { type: 'tool_calls', tool_calls: [call] } },
    },
  };
}

/** Leases, and commits under a lease. */
export function describeWork(fixture: StorageFixture): void {
  describe('leases', () => {
    beforeEach(() => fixture.addThread());

    it('a lease is given to one worker only', async () => {
      await fixture.start();
      const [first, second] = await Promise.all([
        fixture.storage.claim('w1', LEASE_MS, 1),
        fixture.storage.claim('w2', LEASE_MS, 1),
      ]);
      expect([...first, ...second]).toMatchObject([{ owner: 'alice', recoveries: 0, seq: 2, attempt: 1 }]);
    });

    const claimed = (leases: readonly Lease[]) => leases.map(({ run }) => run.id).toSorted();

    /** Runs of a thread each. */
    async function startFive(): Promise<readonly string[]> {
      const ids = ['run_1', 'run_2', 'run_3', 'run_4', 'run_5'];
      for (const id of ids.slice(1)) await fixture.addThread(id.replace('run', 'thread'));
      for (const id of ids) await fixture.start(aRun(id, id.replace('run', 'thread')));
      return ids;
    }

    it('claims lease the oldest runs, up to their limit', async () => {
      await startFive();
      expect(claimed(await fixture.storage.claim('w1', LEASE_MS, 2))).toEqual(['run_1', 'run_2']);
      expect(claimed(await fixture.storage.claim('w2', LEASE_MS, 10))).toEqual(['run_3', 'run_4', 'run_5']);
    });

    it('concurrent claims lease each run once', async () => {
      const ids = await startFive();
      const [first, second] = await Promise.all([
        fixture.storage.claim('w1', LEASE_MS, 2),
        fixture.storage.claim('w2', LEASE_MS, 10),
      ]);
      expect(claimed([...first, ...second])).toEqual(ids);
      expect(first.length).toBeLessThanOrEqual(2);
      expect(await fixture.storage.claim('w3', LEASE_MS, 10)).toEqual([]);
    });

    it('an expired lease is given to another worker, and the first worker is fenced', async () => {
      await fixture.start();
      const [silent] = await fixture.storage.claim('w1', LEASE_MS, 1);
      if (!silent) throw new Error('nothing to claim');
      const working = transitionTo(silent.run, 'in_progress');
      await fixture.storage.commit(silent, ['queued'], working);
      await fixture.advance(LEASE_MS - 1);
      expect(await fixture.storage.claim('w2', LEASE_MS, 1)).toEqual([]);
      await fixture.advance(1);
      const [next] = await fixture.storage.claim('w2', LEASE_MS, 1);
      expect(next).toMatchObject({ workerId: 'w2', recoveries: 1 });
      expect(await fixture.storage.commit(silent, ['in_progress'], endOf(working.run))).toBe('fenced');
      expect(await fixture.storage.heartbeat(silent, LEASE_MS)).toBeUndefined();
      expect((await fixture.storage.getRunRecord(ALICE, 'run_1'))?.run.status).toBe('in_progress');
      expect((await fixture.storage.listEvents(ALICE, 'run_1', 0, 10)).length).toBe(3);
    });

    it('a lease of an earlier claim is fenced, also for the same worker', async () => {
      await fixture.start();
      const [first] = await fixture.storage.claim('w1', LEASE_MS, 1);
      await fixture.advance(LEASE_MS);
      const [second] = await fixture.storage.claim('w1', LEASE_MS, 1);
      if (!first || !second) throw new Error('nothing to claim');
      expect(await fixture.storage.commit(first, ['queued'], transitionTo(first.run, 'in_progress'))).toBe(
        'fenced',
      );
      expect(await fixture.storage.commit(second, ['queued'], transitionTo(second.run, 'in_progress'))).toBe(
        'committed',
      );
    });

    it('a heartbeat renews a lease and returns the status', async () => {
      await fixture.start();
      const [lease] = await fixture.storage.claim('w1', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      await fixture.advance(900);
      expect(await fixture.storage.heartbeat(lease, LEASE_MS)).toBe('queued');
      await fixture.advance(600);
      expect(await fixture.storage.claim('w2', LEASE_MS, 1)).toEqual([]);
      await fixture.storage.commitTransition(
        ALICE,
        'run_1',
        { status: 'queued' },
        transitionTo(lease.run, 'cancelling'),
      );
      expect(await fixture.storage.heartbeat(lease, LEASE_MS)).toBe('cancelling');
    });

    it('reasoning steps are absent where they are hidden', async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w1', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const steps = ['step_1', 'step_reasoning_1', 'step_2', 'step_reasoning_2'].map((id) =>
        newStep(run, id, { type: 'tool_calls', tool_calls: [] }, 11),
      );
      await fixture.storage.commit(lease, ['queued'], { ...transitionTo(run, 'in_progress'), steps });
      const scope = { ...ALICE, threadId: run.thread_id, runId: run.id };
      const hidden = { ...scope, hideReasoning: true };
      const ids = async (of: typeof scope, query: ListParams) =>
        (await fixture.storage.steps.list(of, query))?.data.map(({ id }) => id);
      expect(await ids(scope, { order: 'asc' })).toHaveLength(4);
      expect(await ids(hidden, { order: 'asc' })).toEqual(['step_1', 'step_2']);
      expect(await fixture.storage.steps.list(hidden, { limit: 1 })).toMatchObject({
        data: [{ id: 'step_2' }],
        has_more: true,
      });
      expect(await ids(hidden, { limit: 1, after: 'step_2' })).toEqual(['step_1']);
      expect(await fixture.storage.steps.list(hidden, { after: 'step_reasoning_1' })).toBeUndefined();
      expect(await fixture.storage.steps.get(hidden, 'step_reasoning_1')).toBeUndefined();
      expect(await fixture.storage.steps.get(scope, 'step_reasoning_1')).toMatchObject({
        id: 'step_reasoning_1',
      });
    });

    it('a lease and the record of a run have the principal that started it', async () => {
      const principal = { id: 'alice “ü” \u0000', tenant: 'acme', role: 'user' } as const;
      const run = aRun();
      await fixture.storage.startRun(ALICE, { run, principal, messages: [], events: created(run) });
      expect(await fixture.storage.getRunRecord(ALICE, run.id)).toMatchObject({ principal });
      expect(await fixture.storage.claim('w1', LEASE_MS, 1)).toMatchObject([{ principal }]);
      await fixture.addThread('thread_2');
      await fixture.start(aRun('run_2', 'thread_2'));
      expect((await fixture.storage.getRunRecord(ALICE, 'run_2'))?.principal).toBeUndefined();
    });

    it('a released lease can be claimed immediately, and listeners are told', async () => {
      await fixture.start();
      const [lease] = await fixture.storage.claim('w1', LEASE_MS, 1);
      let releases = 0;
      const stop = fixture.storage.onRelease(() => {
        releases++;
      });
      if (lease) await fixture.storage.release(lease);
      stop();
      expect(releases).toBe(1);
      expect(await fixture.storage.claim('w2', LEASE_MS, 1)).toMatchObject([{ workerId: 'w2' }]);
    });

    it('a claim counts as a recovery after a lease that expired or crashed, and not after one that was released', async () => {
      await fixture.start();
      const claim = async () => {
        const [lease] = await fixture.storage.claim('w1', LEASE_MS, 1);
        if (!lease) throw new Error('nothing to claim');
        return lease;
      };
      const first = await claim();
      await fixture.storage.commit(first, ['queued'], transitionTo(first.run, 'in_progress'));
      await fixture.storage.release(first);
      const handedOver = await claim();
      expect(handedOver.recoveries).toBe(0);
      await fixture.storage.release(handedOver, { crashed: true });
      const crashed = await claim();
      expect(crashed.recoveries).toBe(1);
      await fixture.advance(LEASE_MS);
      expect((await claim()).recoveries).toBe(2);
    });

    it('a run that waits for tool outputs cannot be leased', async () => {
      await fixture.start();
      const [lease] = await fixture.storage.claim('w1', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const working = transitionTo(lease.run, 'in_progress');
      await fixture.storage.commit(lease, ['queued'], working);
      const action = { type: 'submit_tool_outputs' as const, submit_tool_outputs: { tool_calls: [] } };
      const waiting = transitionRun(working.run, { to: 'requires_action', action }, 12);
      const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
      await fixture.storage.commit(lease, ['in_progress'], {
        at: 12,
        run: waiting,
        events: [],
        pendingUsage: usage,
      });
      await fixture.advance(1e9);
      expect(await fixture.storage.claim('w2', LEASE_MS, 1)).toEqual([]);
      expect(await fixture.storage.heartbeat(lease, LEASE_MS)).toBeUndefined();
      expect(await fixture.storage.getRunRecord(ALICE, 'run_1')).toMatchObject({
        run: waiting,
        pendingUsage: usage,
      });
    });

    it('an overdue run is leased to a claimOverdue worker, also while another worker has it', async () => {
      const run = await fixture.start();
      const [holder] = await fixture.storage.claim('w1', 1e12, 1);
      if (!holder) throw new Error('nothing to claim');
      const deadline = (run.expires_at ?? 0) * 1000;
      await fixture.advance(deadline - 1);
      expect(await fixture.storage.claimOverdue('w2', LEASE_MS, 10)).toEqual([]);
      await fixture.advance(1);
      expect(await fixture.storage.claimOverdue('w2', LEASE_MS, 10)).toMatchObject([{ workerId: 'w2' }]);
      expect(await fixture.storage.commit(holder, ['queued'], transitionTo(run, 'in_progress'))).toBe(
        'fenced',
      );
    });
  });

  describe('commits', () => {
    beforeEach(() => fixture.addThread());

    it('commits are atomic, and number events from one', async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const response = newAssistantMessage(run, 'msg_a', 11);
      const step = newStep(
        run,
        'step_a',
        { type: 'message_creation', message_creation: { message_id: 'msg_a' } },
        11,
      );
      const outcome = await fixture.storage.commit(lease, ['queued'], {
        at: 11,
        messages: [response],
        steps: [step],
        events: [
          { event: 'thread.run.step.created', data: step },
          { event: 'thread.message.created', data: response },
        ],
      });
      expect(outcome).toBe('committed');
      const scope = { ...ALICE, threadId: 'thread_1' };
      expect(await fixture.storage.messages.get(scope, 'msg_a')).toEqual(response);
      expect(await fixture.storage.steps.get({ ...scope, runId: run.id }, 'step_a')).toEqual(step);
      expect(
        (await fixture.storage.listEvents(ALICE, run.id, 0, 10)).map(({ seq, event }) => [seq, event]),
      ).toEqual([
        [1, 'thread.run.created'],
        [2, 'thread.run.queued'],
        [3, 'thread.run.step.created'],
        [4, 'thread.message.created'],
      ]);
      expect(
        (await fixture.storage.listEvents(ALICE, run.id, 2, 1)).map(({ seq, json }) => ({
          seq,
          data: JSON.parse(json),
        })),
      ).toEqual([{ seq: 3, data: step }]);
    });

    it('there are no events after the largest number that a caller can send', async () => {
      const run = await fixture.start();
      expect(await fixture.storage.listEvents(ALICE, run.id, Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    });

    it('an open message and an open step are read with the deltas of later commits', async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const working = transitionTo(run, 'in_progress');
      const open = newAssistantMessage(run, 'msg_a', 11);
      const step = newStep(run, 'step_a', { type: 'tool_calls', tool_calls: [] }, 11);
      await fixture.storage.commit(lease, ['queued'], {
        ...working,
        messages: [{ ...open, content: [{ type: 'text', text: { value: 'One', annotations: [] } }] }],
        steps: [step],
        events: [...working.events, textDelta('msg_a', 'One')],
      });
      await fixture.storage.commit(lease, ['in_progress'], {
        at: 12,
        events: [
          textDelta('msg_a', ', two\u0000'),
          textDelta('msg_other', 'x'),
          callDelta('step_a', { id: 'call_1', name: 'add', arguments: '' }),
          callDelta('step_a', { arguments: '{"a":1}' }),
        ],
      });
      const scope = { ...ALICE, threadId: 'thread_1' };
      const text = { content: [{ text: { value: 'One, two\u0000' } }], status: 'in_progress' };
      expect(await fixture.storage.messages.get(scope, 'msg_a')).toMatchObject(text);
      expect((await fixture.storage.messages.list(scope, {}))?.data).toMatchObject([text]);
      const changed = await fixture.storage.messages.update(scope, 'msg_a', { metadata: { a: '1' } });
      expect(changed).toMatchObject({ ...text, metadata: { a: '1' } });
      expect(await fixture.storage.messages.get(scope, 'msg_a')).toEqual(changed);
      const call = { id: 'call_1', function: { name: 'add', arguments: '{"a":1}', output: null } };
      expect((await fixture.storage.steps.list({ ...scope, runId: run.id }, {}))?.data).toMatchObject([
        { step_details: { tool_calls: [call] } },
      ]);

      const ended = { ...open, status: 'completed' as const, content: [] };
      await fixture.storage.commit(lease, ['in_progress'], { at: 13, messages: [ended], events: [] });
      expect(await fixture.storage.messages.get(scope, 'msg_a')).toEqual(ended);
    });

    it('a commit writes nothing when the run has another status', async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      await fixture.storage.commitTransition(
        ALICE,
        run.id,
        { status: 'queued' },
        transitionTo(run, 'cancelling'),
      );
      const late = {
        ...transitionTo(run, 'in_progress'),
        messages: [newAssistantMessage(run, 'msg_late', 11)],
      };
      expect(await fixture.storage.commit(lease, ['queued'], late)).toBe('conflict');
      expect(
        await fixture.storage.messages.get({ ...ALICE, threadId: 'thread_1' }, 'msg_late'),
      ).toBeUndefined();
      expect((await fixture.storage.getRunRecord(ALICE, run.id))?.seq).toBe(3);
    });

    it('a commit without a lease requires the expected status and number', async () => {
      const run = await fixture.start();
      const change = transitionTo(run, 'cancelling');
      expect(await fixture.storage.commitTransition(BOB, run.id, { status: 'queued' }, change)).toBe(
        'conflict',
      );
      expect(await fixture.storage.commitTransition(ALICE, run.id, { status: 'in_progress' }, change)).toBe(
        'conflict',
      );
      expect(
        await fixture.storage.commitTransition(ALICE, run.id, { status: 'queued', seq: 1 }, change),
      ).toBe('conflict');
      expect(
        await fixture.storage.commitTransition(ALICE, run.id, { status: 'queued', seq: 2 }, change),
      ).toBe('committed');
      expect(
        await fixture.storage.commitTransition(ALICE, run.id, { status: 'queued', seq: 2 }, change),
      ).toBe('conflict');
    });

    it('a commit notifies the listeners of its run once it can be read', async () => {
      const notified: Promise<unknown>[] = [];
      const stop = fixture.storage.onCommit('run_1', (events) => {
        const read = fixture.storage.listEvents(ALICE, 'run_1', 0, 10);
        // The next commit may be readable too.
        notified.push(read.then((stored) => [stored.slice(0, 2).map(({ seq }) => seq), events]));
      });
      const elsewhere = fixture.storage.onCommit('run_2', () => notified.push(Promise.reject(new Error())));
      const run = await fixture.start();
      stop();
      await fixture.storage.commitTransition(
        ALICE,
        run.id,
        { status: 'queued' },
        transitionTo(run, 'cancelling'),
      );
      elsewhere();
      const stored = await fixture.storage.listEvents(ALICE, 'run_1', 0, 2);
      // A storage may leave the events out.
      expect(await Promise.all(notified)).toEqual([[[1, 2], expect.toBeOneOf([[], stored])]]);
    });

    it('events of a commit are dropped by age, which the run record shows', async () => {
      const run = await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const working = transitionTo(run, 'in_progress');
      await fixture.storage.commit(lease, ['queued'], working);
      await fixture.storage.dropEvents(1e9);
      expect(await fixture.storage.listEvents(ALICE, run.id, 0, 10)).toHaveLength(3);
      await fixture.storage.commit(lease, ['in_progress'], endOf(working.run));
      await fixture.storage.dropEvents(12);
      expect(await fixture.storage.listEvents(ALICE, run.id, 0, 10)).toHaveLength(4);
      await fixture.storage.dropEvents(13);
      expect(await fixture.storage.listEvents(ALICE, run.id, 0, 10)).toEqual([]);
      expect(await fixture.storage.getRunRecord(ALICE, run.id)).toMatchObject({ seq: 4, droppedSeq: 4 });
    });
  });
}
