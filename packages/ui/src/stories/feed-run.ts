import type { StreamEvent } from '@threadkit/core';
import type { InPageOptions } from './in-page.tsx';

export interface FedRun {
  readonly intercept: NonNullable<InPageOptions['intercept']>;
  /** Sends these events in one chunk of bytes. */
  feed(events: readonly StreamEvent[]): void;
}

/** Has the next run answered event by event, by whoever holds this; everything else goes to the server. */
export function feedRun(): FedRun {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  return {
    async intercept(request, next) {
      if (request.method !== 'POST' || !request.url.endsWith('/runs')) return next(request);
      return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
    },
    feed(events) {
      const frames = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      void writer.write(encoder.encode(frames.join('')));
    },
  };
}
