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

it('followEvents sends the events that are committed while the storage is read', async () => {
  const storage = memoryStorage();
  const ada = { id: 'ada', role: 'admin' as const };
  const { caller } = testServer({ storage, authorize: () => ada });
  const thread = await caller.newThread('hello');
  const run = lastRun(
    await caller.stream('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo', stream: true }),
  );
  const scope = { owner: getOwner(ada), threadId: thread.id };
  const all = await storage.listEvents(scope, run.id, 0, 100);
  let notify = (_events: typeof all) => {};
  // Reads before the last commit, and responds after it.
  const slow: typeof storage = {
    ...storage,
    onCommit(_runId, listener) {
      notify = listener;
      return () => {};
    },
    async listEvents() {
      notify(all);
      return [];
    },
  };
  const items = followEvents({ storage: slow, setTimer }, scope, run.id, {
    after: 0,
    until: 'end',
    signal: new AbortController().signal,
  });
  expect(await items.next()).toMatchObject({ value: { kind: 'events', events: all } });
  expect(await items.next()).toMatchObject({ value: { kind: 'done' } });
});
