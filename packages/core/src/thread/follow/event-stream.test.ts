import { expect, it } from 'vitest';
import type { SequencedEvent } from '../../client/assistants-api.ts';
import { aRun } from '../../testing/builders.ts';
import { openStream } from './event-stream.ts';

const events: SequencedEvent[] = [
  { event: 'thread.run.created', data: aRun(), seq: 1 },
  { event: 'thread.run.queued', data: aRun(), seq: 2 },
  { event: 'thread.run.in_progress', data: aRun({ status: 'in_progress' }), seq: 3 },
];

/** A request's events, and whether it was closed. */
function request() {
  const state = { isClosed: false };
  async function* play() {
    try {
      yield* events;
    } finally {
      state.isClosed = true;
    }
  }
  return { state, play };
}

it('openStream returns a stream that begins with its first event', async () => {
  const { state, play } = request();
  const { first, stream } = await openStream(new AbortController().signal, play);
  expect(first).toBe(events[0]);
  const read = [];
  for await (const event of stream.events) read.push(event);
  expect(read).toEqual(events);
  expect(state.isClosed).toBe(true);
});

it('a stream closes its request when the reader leaves, also at the first event', async () => {
  for (const seq of [1, 2]) {
    const { state, play } = request();
    const { stream } = await openStream(new AbortController().signal, play);
    for await (const event of stream.events) if (event.seq === seq) break;
    expect(state.isClosed).toBe(true);
  }
});
