import type { StreamEvent } from '@threadkit/core';
import type { Wire } from './in-process-server.ts';

export interface HandFedRun {
  /** Answers the run's request with a stream; everything else goes to the server. */
  readonly wire: Wire;
  /** Sends these events in one chunk of bytes. */
  feed(events: readonly StreamEvent[]): void;
}

/** A run whose events the test sends one by one. */
export function handFedRun(): HandFedRun {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  return {
    async wire(request, next) {
      if (request.method !== 'POST' || !request.url.endsWith('/runs')) return next(request);
      return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
    },
    feed(events) {
      const frames = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      void writer.write(encoder.encode(frames.join('')));
    },
  };
}
