import { createClient, type StreamEvent } from '@threadkit/core';
import { expect, it } from 'vitest';
import { closingFrames, deltaFrame, openingFrames } from './sse.ts';

const ids = { threadId: 'thread_1', number: 7, at: 1_700_000_000 };

/** Reads the bytes with the real client, in chunks of `cut` bytes. */
async function read(bytes: Uint8Array, cut: number): Promise<StreamEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += cut) controller.enqueue(bytes.slice(at, at + cut));
      controller.close();
    },
  });
  const client = createClient({
    baseURL: 'http://in-page/v1',
    fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } })),
  });
  const events: StreamEvent[] = [];
  for await (const event of client.streamRun('thread_1', { assistant_id: 'asst_bench' })) events.push(event);
  return events;
}

it('the frames form a complete run for the real client', async () => {
  const text = `${openingFrames(ids)}${deltaFrame(ids, 'Hel')}${deltaFrame(ids, 'lo.')}${closingFrames(ids, 'Hello.')}`;
  const events = await read(new TextEncoder().encode(text), 61);
  expect(events.map(({ event }) => event)).toEqual([
    'thread.run.created',
    'thread.run.queued',
    'thread.run.in_progress',
    'thread.run.step.created',
    'thread.run.step.in_progress',
    'thread.message.created',
    'thread.message.in_progress',
    'thread.message.delta',
    'thread.message.delta',
    'thread.message.completed',
    'thread.run.step.completed',
    'thread.run.completed',
  ]);
  expect(events.at(7)?.data).toMatchObject({
    id: 'msg_thread_1_7',
    delta: { content: [{ text: { value: 'Hel' } }] },
  });
  expect(events.at(-1)?.data).toMatchObject({ id: 'run_thread_1_7', status: 'completed' });
});
