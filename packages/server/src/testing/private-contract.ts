import { beforeEach, describe, expect, it } from 'vitest';
import { newStep } from '../runs/new-step.ts';
import type { StepPrivate } from '../storage/storage.ts';
import { ALICE, BOB, endOf, LEASE_MS, type StorageFixture, transitionTo } from './storage-fixture.ts';

/** Private data of engines, stored beside steps. */
export function describePrivates(fixture: StorageFixture): void {
  describe('private data of steps', () => {
    const scope = { ...ALICE, threadId: 'thread_1' };
    const kept: StepPrivate = {
      stepId: 'step_1',
      engine: 'e',
      model: 'm',
      turn: { reasoning: 'First the city, then the weather. \u0000 “ü”' },
      calls: { call_1: { extra_content: { signature: 'c2ln' } } },
    };

    beforeEach(() => fixture.addThread());

    async function storeStep(privates: readonly StepPrivate[] = [kept]) {
      await fixture.start();
      const [lease] = await fixture.storage.claim('w', LEASE_MS, 1);
      if (!lease) throw new Error('nothing to claim');
      const working = transitionTo(lease.run, 'in_progress');
      const step = newStep(lease.run, 'step_1', { type: 'tool_calls', tool_calls: [] }, 11);
      await fixture.storage.commit(lease, ['queued'], { ...working, steps: [step], privates });
      return { lease, run: working.run, step };
    }

    it('private data of steps is read back unchanged, for the requested steps', async () => {
      await storeStep();
      expect(await fixture.storage.listStepPrivates(scope, ['step_1', 'step_2'])).toEqual([kept]);
      expect(await fixture.storage.listStepPrivates(scope, ['step_2'])).toEqual([]);
      expect(await fixture.storage.listStepPrivates(scope, [])).toEqual([]);
    });

    it('private data of steps appears in no step, event or run record', async () => {
      const { run } = await storeStep();
      const seen = [
        await fixture.storage.steps.list(scope, {}),
        await fixture.storage.steps.get(scope, 'step_1'),
        await fixture.storage.listEvents(ALICE, run.id, 0, 100),
        await fixture.storage.getRunRecord(ALICE, run.id),
      ];
      expect(JSON.stringify(seen)).not.toMatch(/First the city|c2ln/);
    });

    it('private data of a step is kept when the step is written again', async () => {
      const { lease, step } = await storeStep();
      await fixture.storage.commit(lease, ['in_progress'], {
        at: 12,
        events: [],
        steps: [{ ...step, status: 'completed' }],
      });
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([kept]);
    });

    it('private data of a step is replaced as a whole', async () => {
      const { lease } = await storeStep();
      const other: StepPrivate = { stepId: 'step_1', engine: 'e', model: 'm', turn: { reasoning: 'Else.' } };
      await fixture.storage.commit(lease, ['in_progress'], { at: 12, events: [], privates: [other] });
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([other]);
    });

    it('private data of a model call is dropped when the run ends, that of its calls is kept', async () => {
      const { lease, run } = await storeStep();
      await fixture.storage.commit(lease, ['in_progress'], endOf(run));
      const { turn: _turn, ...ofCalls } = kept;
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([ofCalls]);
    });

    it('the state of the calls of the server is read back, and dropped when the run ends', async () => {
      const executions: StepPrivate['executions'] = {
        call_1: { state: 'started' },
        call_2: { state: 'approved', arguments: '{"city":"Łódź"}' },
        call_3: { state: 'declined', reason: 'Not today. \u0000' },
      };
      const { turn: _turn, calls: _calls, ...bare } = kept;
      const { lease, run } = await storeStep([{ ...bare, executions }]);
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([{ ...bare, executions }]);
      await fixture.storage.commit(lease, ['in_progress'], endOf(run));
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([]);
    });

    it('private data of steps is removed when nothing remains after the run has ended', async () => {
      const { calls: _calls, ...ofModelCall } = kept;
      const { lease, run } = await storeStep([ofModelCall]);
      await fixture.storage.commit(lease, ['in_progress'], endOf(run));
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([]);
    });

    it('private data of steps is not written by a worker that has lost its lease', async () => {
      const { lease } = await storeStep([]);
      await fixture.advance(LEASE_MS);
      await fixture.storage.claim('w2', LEASE_MS, 1);
      await fixture.storage.commit(lease, ['in_progress'], { at: 12, events: [], privates: [kept] });
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([]);
    });

    it('private data of steps is scoped to its owner and thread, and deleted with the thread', async () => {
      await storeStep();
      await fixture.addThread('thread_2');
      expect(await fixture.storage.listStepPrivates({ ...BOB, threadId: 'thread_1' }, ['step_1'])).toEqual(
        [],
      );
      expect(await fixture.storage.listStepPrivates({ ...ALICE, threadId: 'thread_2' }, ['step_1'])).toEqual(
        [],
      );
      await fixture.storage.threads.delete(ALICE, 'thread_1');
      expect(await fixture.storage.listStepPrivates(scope, ['step_1'])).toEqual([]);
    });
  });
}
