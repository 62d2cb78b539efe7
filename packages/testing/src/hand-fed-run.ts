import type { StreamEvent } from '@threadkit/core';
import type { Interceptor } from './in-process-server.ts';

/** A run and the means to send its events. */
export interface HandFedRun {
  /** Responds to the run's request with a stream; passes everything else to the server. */
  readonly intercept: Interceptor;
  /** Sends these events in one chunk, with the id of the requested thread. */
  feed(events: readonly StreamEvent[]): void;
}

/** A run whose events the test sends one by one. */
export function handFedRun(): HandFedRun {
  const encoder = new TextEncoder();
  let threadId = '';
  // Waits for the request: a stream without a reader accepts no chunk.
  const { readable, writable } = new TransformStream<readonly StreamEvent[], Uint8Array>({
    transform(events, controller) {
      const frames = events.map(({ event, data }) => {
        const own = 'thread_id' in data ? { ...data, thread_id: threadId } : data;
        return `event: ${event}\ndata: ${JSON.stringify(own)}\n\n`;
      });
      controller.enqueue(encoder.encode(frames.join('')));
    },
  });
  const writer = writable.getWriter();
  return {
    async intercept(request, next) {
      if (request.method !== 'POST' || !request.url.endsWith('/runs')) return next(request);
      threadId = new URL(request.url).pathname.split('/').at(-2) ?? '';
      return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
    },
    feed(events) {
      void writer.write(events);
    },
  };
}
