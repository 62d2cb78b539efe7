import { expect, it } from 'vitest';
import { createServer } from '../server/create-server.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { until } from '../testing/until.ts';
import { serve } from './serve.ts';

it('serve accepts connections while runs end, but is not ready, and then releases the port', async () => {
  const pause = gate();
  const engine = stepEngine(async (play) => {
    await pause.opened;
    play.finish();
  });
  const server = createServer({
    storage: memoryStorage(),
    engine,
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'm' }],
    drainMs: 60_000,
  });
  const { url, close } = await serve({ server, port: 0 });
  const status = async (path: string) => (await fetch(`${url}${path}`)).status;
  expect(await status('/readyz')).toBe(200);
  await fetch(`${url}/v1/threads/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    }),
  });
  await until(() => engine.inputs.length === 1);
  const closing = close();
  expect([await status('/readyz'), await status('/healthz'), await status('/v1/threads')]).toEqual([
    503, 200, 200,
  ]);
  pause.open();
  await closing;
  await expect(status('/readyz')).rejects.toThrow('fetch failed');
});
