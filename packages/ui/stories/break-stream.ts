import type { InPageOptions } from './in-page.tsx';

export interface BreakStreamOptions {
  afterBytes: number;
  /** `error`: the connection fails · `garbage`: an invalid event, then the end of the stream. */
  how: 'error' | 'garbage';
}

/** Breaks the first run stream, like an unreliable network. Later responses are not changed. */
export function breakStream({
  afterBytes,
  how,
}: BreakStreamOptions): NonNullable<InPageOptions['intercept']> {
  let broken = false;
  return async (request, next) => {
    const response = await next(request);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (broken || !isStream || response.body === null) return response;
    broken = true;
    return new Response(response.body.pipeThrough(cut(afterBytes, how)), response);
  };
}

function cut(afterBytes: number, how: BreakStreamOptions['how']): TransformStream<Uint8Array, Uint8Array> {
  let left = afterBytes;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, Math.max(0, left)));
      left -= chunk.length;
      if (left > 0) return;
      if (how === 'error') controller.error(new TypeError('network error'));
      else {
        controller.enqueue(new TextEncoder().encode('\n\nevent: thread.message.delta\ndata: {not json\n\n'));
        controller.terminate();
      }
    },
  });
}
