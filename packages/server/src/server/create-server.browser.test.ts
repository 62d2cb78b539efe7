import { expect, it } from 'vitest';
import { createServer, memoryStorage, scripted } from '../index.ts';

it('createServer completes a streamed run inside a page', async () => {
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'scripted', instructions: 'Be kind.' }],
  });
  const request = new Request('https://in-page.test/v1/threads/runs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      assistant_id: 'asst_demo',
      stream: true,
      thread: { messages: [{ role: 'user', content: 'What is Threadkit?' }] },
    }),
  });
  const response = await server.fetch(request);
  expect(response.headers.get('date')).not.toBeNull();
  const events = (await response.text()).match(/(?<=^event: ).*/gm);
  expect(events?.[0]).toBe('thread.created');
  expect(events?.slice(-2)).toEqual(['thread.run.completed', 'done']);
  await server.close();
});
