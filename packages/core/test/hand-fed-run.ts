import type { StreamEvent } from '../src/api/index.ts';
import type { Bench } from './with-server.ts';

export interface HandFedRun {
  /** Sends these events in one chunk of bytes. */
  feed(events: readonly StreamEvent[]): void;
}

/** Has the next run of a bench answered by hand; everything else goes to the server. */
export function handFedRun(bench: Bench): HandFedRun {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  bench.wire = async (request, next) => {
    if (request.method !== 'POST' || !request.url.endsWith('/runs')) return next(request);
    return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
  };
  return {
    feed(events) {
      const frames = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      void writer.write(encoder.encode(frames.join('')));
    },
  };
}
