import { describe, expect, it } from 'vitest';
import { aRun } from '../testing/builders.ts';
import { readEvents } from './read-events.ts';

const bytes = new TextEncoder();
const created = `id: 1\nevent: thread.run.created\ndata: ${JSON.stringify(aRun({ metadata: { name: 'Zoë 🧵' } }))}\n\n`;
const completed = `id: 2\nevent: thread.run.completed\ndata: ${JSON.stringify(aRun({ status: 'completed' }))}\n\n`;
const done = 'event: done\ndata: [DONE]\n\n';

function bodyOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function collect(text: string, size = Number.POSITIVE_INFINITY) {
  const whole = bytes.encode(text);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < whole.length; at += size) chunks.push(whole.slice(at, at + size));
  const events = [];
  for await (const event of readEvents(async () => bodyOf(chunks))) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('readEvents reads the same events at once, byte by byte, and cut inside characters', async () => {
    const whole = await collect(created + completed + done);
    expect(whole.map(({ event, seq }) => [event, seq])).toEqual([
      ['thread.run.created', 1],
      ['thread.run.completed', 2],
    ]);
    for (const size of [1, 2, 3, 7, 64]) {
      expect(await collect(created + completed + done, size)).toEqual(whole);
    }
  });

  it('readEvents skips comments and accepts CRLF', async () => {
    const events = await collect(`: heartbeat\r\n\r\n${created.replaceAll('\n', '\r\n')}${done}`);
    expect(events).toHaveLength(1);
  });

  it.each([
    'event: ping\ndata: 2026-11-28T15:00:00Z',
    'event: ping\ndata:',
    'event: ping\ndata: null',
    'event: ping\ndata: {"type":"ping"}',
    'event: thread.run.applauded\ndata: {}',
    'event: constructor\ndata: {broken',
    'data: {}',
    'data:',
    'data: keepalive',
    'data: null',
    'retry: 3000',
    'event: thread.message.delta\ndata: {"id":"msg_1","delta":null}',
    'event: thread.run.step.delta\ndata: {"delta":{}}',
    'event: thread.message.completed\ndata: {}',
    'event: thread.run.queued\ndata: {"id":"run_1","status":null}',
  ])('readEvents skips the frame %j and reads on', async (frame) => {
    const events = await collect(`${created}${frame}\n\n${completed}${done}`);
    expect(events.map(({ event }) => event)).toEqual(['thread.run.created', 'thread.run.completed']);
  });

  it('readEvents reads an unnamed error as an error', async () => {
    const error = { error: { message: 'Too many at once.', code: 'rate_limit_exceeded' } };
    expect(await collect(`data: ${JSON.stringify(error)}\n\n`)).toEqual([{ event: 'error', data: error }]);
  });

  it('readEvents ends at a terminal event when done is missing', async () => {
    expect(await collect(created + completed)).toHaveLength(2);
  });

  it('readEvents reports a cut connection when the body ends before the run', async () => {
    await expect(collect(created)).rejects.toMatchObject({ kind: 'stream', message: /was cut/ });
    await expect(collect(created.slice(0, 60))).rejects.toMatchObject({ kind: 'stream' });
  });

  it('readEvents names the malformed event', async () => {
    await expect(collect('event: thread.run.created\ndata: {oops\n\n')).rejects.toMatchObject({
      kind: 'stream',
      message: 'The server sent a malformed "thread.run.created" event.',
    });
    for (const data of ['null', '[]', '"text"', '']) {
      await expect(collect(`event: thread.run.created\ndata: ${data}\n\n`)).rejects.toMatchObject({
        kind: 'stream',
      });
    }
  });

  it('readEvents closes the body when the reader leaves early', async () => {
    let isClosed = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.encode(created)),
      cancel: () => {
        isClosed = true;
      },
    });
    for await (const event of readEvents(async () => body)) {
      expect(event.event).toBe('thread.run.created');
      break;
    }
    expect(isClosed).toBe(true);
  });
});
