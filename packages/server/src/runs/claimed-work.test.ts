import type { RunStepObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { aRun, message } from '../testing/storage-fixture.ts';
import { testServer } from '../testing/test-server.ts';
import { outputsFor, startWeather } from '../testing/weather-run.ts';
import { type ClaimedWork, decideRecovery } from './claimed-work.ts';
import { newStep } from './new-step.ts';
import { NO_WORK } from './open-work.ts';
import { ToolBatch } from './tools/tool-batch.ts';

const step: RunStepObject = newStep(aRun(), 'step_1', { type: 'tool_calls', tool_calls: [] }, 10);
const batch = new ToolBatch(step, { stepId: step.id, engine: 'step', model: 'm', executions: {} });

describe('decideRecovery', () => {
  it.each<[string, number, ClaimedWork, string]>([
    ['nothing open is continued', 1, { open: NO_WORK, batch: undefined }, 'continue'],
    ['an open step is begun again', 1, { open: { step, message: undefined }, batch: undefined }, 'restart'],
    [
      'an open message is begun again',
      3,
      { open: { step: undefined, message: message('half') }, batch: undefined },
      'restart',
    ],
    ['calls of the server are continued', 3, { open: { step, message: undefined }, batch }, 'continue'],
    [
      'calls of the server are given up after three recoveries',
      4,
      { open: { step, message: undefined }, batch },
      'give up',
    ],
    ['nothing open is given up after three recoveries', 4, { open: NO_WORK, batch: undefined }, 'give up'],
  ])('a run with %s', (_name, recoveries, work, decision) => {
    expect(decideRecovery(recoveries, work)).toBe(decision);
  });
});

describe('the work that a claimed run has left', () => {
  /** A storage that notes reads of the newest step or message. */
  function watchedStorage() {
    const newestRead: string[] = [];
    const storage = memoryStorage();
    const watch = <R extends keyof Pick<Storage, 'steps' | 'messages'>>(name: R): Storage[R]['list'] =>
      ((scope: never, options: { limit?: number; order?: string }) => {
        if (options.limit === 1 && options.order === 'desc') newestRead.push(name);
        return storage[name].list(scope, options as never);
      }) as Storage[R]['list'];
    return {
      newestRead,
      storage: {
        ...storage,
        steps: { ...storage.steps, list: watch('steps') },
        messages: { ...storage.messages, list: watch('messages') },
      },
    };
  }

  it('a new run reads nothing of it, and one that continues after outputs only the newest step', async () => {
    const { newestRead, storage } = watchedStorage();
    const { caller } = testServer({ storage });
    const run = await startWeather(caller, { stream: false });
    expect(newestRead).toEqual([]);
    const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
    await caller.ask('run', 'POST', path, outputsFor(run, '{"celsius":4}'));
    await caller.runIn(run, 'completed');
    // Once for the request, once for the worker.
    expect(newestRead).toEqual(['steps', 'steps']);
  });
});
