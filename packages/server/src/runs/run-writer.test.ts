import type { RunStepObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { RunCommit } from '../storage/storage.ts';
import {
  ALICE,
  aRun,
  LEASE_MS,
  openWithClock,
  storageFixture,
  transitionTo,
} from '../testing/storage-fixture.ts';
import { newStep } from './new-step.ts';
import { RunWriter } from './run-writer.ts';

describe('RunWriter', () => {
  const fixture = storageFixture(() => openWithClock((now) => memoryStorage({ now })));

  /** A writer of a run that a worker has claimed, and its commits. */
  async function claimed() {
    const { storage } = fixture;
    await fixture.addThread();
    await fixture.start();
    const [lease] = await storage.claim('worker_1', LEASE_MS, 1);
    if (!lease) throw new Error('The run was not claimed.');
    const commits: RunCommit[] = [];
    const writer = new RunWriter(
      {
        storage: {
          ...storage,
          commit: (of, from, commit) => {
            commits.push(commit);
            return storage.commit(of, from, commit);
          },
        },
        now: () => 20_000,
      },
      lease,
    );
    await writer.transition(['queued'], { to: 'in_progress' });
    return { writer, commits, storage };
  }

  const step = (id: string): RunStepObject => newStep(aRun(), id, { type: 'tool_calls', tool_calls: [] }, 20);
  const scope = { ...ALICE, threadId: 'thread_1', runId: 'run_1' };

  it('an object that is queued several times is stored once, as it was queued last and in its first place', async () => {
    const { writer, commits, storage } = await claimed();
    const ended: RunStepObject = { ...step('step_1'), status: 'completed' };
    writer.queue({ steps: [step('step_1'), step('step_2')] });
    writer.queue({ steps: [ended] });
    await writer.save();
    expect(commits.at(-1)?.steps).toEqual([ended, step('step_2')]);
    expect(await storage.steps.get(scope, 'step_1')).toEqual(ended);
  });

  it('nothing is stored twice, and without events nothing is flushed', async () => {
    const { writer, commits } = await claimed();
    writer.queue({
      events: [{ event: 'thread.run.step.created', data: step('step_1') }],
      steps: [step('step_1')],
    });
    await writer.flush();
    await writer.flush();
    expect(commits).toHaveLength(2);
    expect(commits.at(-1)).toMatchObject({ events: [{}], steps: [{}] });
  });

  it('what was queued before a client cancelled the run is stored with its end, without the status that was refused', async () => {
    const { writer, storage } = await claimed();
    const cancelling = transitionTo(writer.run, 'cancelling');
    await storage.commitTransition(
      { ...ALICE, threadId: 'thread_1' },
      'run_1',
      { status: 'in_progress' },
      cancelling,
    );
    writer.queue({ steps: [step('step_1')] });
    await expect(writer.transition(['in_progress'], { to: 'completed', usage: null })).rejects.toMatchObject({
      reason: 'cancelling',
    });
    writer.markCancelling();
    await writer.transition(['cancelling'], { to: 'cancelled', usage: null });
    expect(writer.run.status).toBe('cancelled');
    expect(await storage.steps.get(scope, 'step_1')).toEqual(step('step_1'));
    const events = await storage.listEvents(ALICE, 'run_1', 0, 100);
    expect(events.map(({ event }) => event)).not.toContain('thread.run.completed');
  });

  it('after a commit that rejected, nothing is stored any more', async () => {
    const { writer, commits, storage } = await claimed();
    const broken = new RunWriter(
      { storage: { ...storage, commit: () => Promise.reject(new Error('away')) }, now: () => 20_000 },
      { run: writer.run } as never,
    );
    await expect(broken.save()).rejects.toThrow('away');
    expect(broken.hasFailed).toBe(true);
    await expect(broken.save()).rejects.toThrow('away');
    expect(commits).toHaveLength(1);
  });
});
