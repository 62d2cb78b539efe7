import { expect, test } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

test('another worker takes over the run of a silent worker after leaseMs, and not before', async () => {
  const clock = createManualClock();
  const storage = memoryStorage({ now: clock.now });
  // Fires no timer: this worker never renews its lease.
  const silent = createManualClock();
  const hanging = stepEngine(async (play) => {
    play.say('Half a sen');
    await new Promise(() => {});
  });
  const first = testServer({
    storage,
    engine: hanging,
    setTimer: silent.setTimer,
    leaseMs: 2000,
  });
  const run = await first.caller.ask('run', 'POST', '/threads/runs', {
    assistant_id: 'asst_demo',
    thread: { messages: [{ role: 'user', content: 'hello' }] },
  });
  await until(async () => hanging.inputs.length === 1);

  const respondingEngine = stepEngine(async (play) => {
    play.say('A whole sentence.');
    play.finish();
  });
  const second = testServer({
    storage,
    engine: respondingEngine,
    setTimer: clock.setTimer,
    leaseMs: 2000,
  });
  await second.server.open();
  await clock.advance(1900);
  expect(respondingEngine.inputs).toHaveLength(0);
  await clock.advance(500);
  await second.caller.runIn(run, 'completed');
  expect(respondingEngine.inputs).toHaveLength(1);
});
