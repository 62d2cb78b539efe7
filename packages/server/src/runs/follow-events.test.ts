import { expect, it } from 'vitest';
import { getOwner } from '../http/authorize.ts';
import { setTimer } from '../shared/timers.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { lastRun } from '../testing/seen-events.ts';
import { testServer } from '../testing/test-server.ts';
import { followEvents } from './follow-events.ts';

it('followEvents throws EventsLostError when events after the cursor were dropped', async () => {
  const ada = { id: 'ada', role: 'admin' as const };
  const storage = memoryStorage();
  const { caller } = testServer({
    storage,
    authorize: () => ada,
  });
  const thread = await caller.newThread('hello');
  const run = lastRun(
    await caller.stream('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo', stream: true }),
  );
  await storage.dropEvents(Number.POSITIVE_INFINITY);
  const owner = getOwner(ada);
  const frames = followEvents({ storage, setTimer }, { owner, threadId: thread.id }, run.id, {
    after: 3,
    until: 'end',
    signal: new AbortController().signal,
  });
  await expect(frames.next()).rejects.toMatchObject({
    name: 'EventsLostError',
    missing: 'events',
    runId: run.id,
  });
});
