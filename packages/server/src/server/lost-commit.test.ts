import { expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

it.each([2, 3])(
  'a run whose commit %i was written, but rejected, is continued after its lease, and no event is written twice',
  async (lost) => {
    const clock = createManualClock();
    const storage = memoryStorage({ now: clock.now });
    let commits = 0;
    const { caller } = testServer({
      storage: {
        ...storage,
        async commit(...args) {
          const result = await storage.commit(...args);
          commits += 1;
          if (commits === lost) throw new StorageUnavailableError('The database cannot be reached.');
          return result;
        },
      },
      setTimer: clock.setTimer,
    });
    const run = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'tell me about runs' }] },
    });
    await until(() => commits === lost);
    await clock.advance(36_000);
    await caller.runIn(run, 'completed');
    const seen = await caller.stream('GET', `/threads/${run.thread_id}/runs/${run.id}/events`);
    const names = seen.map(({ event }) => event);
    expect(names.filter((name) => name === 'thread.run.completed')).toHaveLength(1);
    const created = seen.flatMap(({ event, data }) =>
      event === 'thread.message.created' || event === 'thread.run.step.created' ? [data] : [],
    );
    const ids = created.map((object) => ('id' in object ? object.id : ''));
    expect(new Set(ids).size).toBe(ids.length);
  },
);
