import type { StreamEvent } from '@threadkit/core';
import type { InPage } from './in-page.tsx';

export interface HandFedRun {
  /** Sends these events in one chunk of bytes. */
  feed(events: readonly StreamEvent[]): void;
}

/** Has the next run of a page answered by hand; everything else goes to the server. */
export function handFedRun(page: InPage): HandFedRun {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  page.wire = async (request, next) => {
    if (request.method !== 'POST' || !request.url.endsWith('/runs')) return next();
    return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
  };
  return {
    feed(events) {
      const frames = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      void writer.write(encoder.encode(frames.join('')));
    },
  };
}
