import type { ErrorBody } from '@threadkit/core/api';
import type { RunFrame } from '../runs/frame.ts';

/** A run's frames, and the wire's `error` event, after which nothing comes. */
export type Frame = RunFrame | { readonly kind: 'error'; readonly body: ErrorBody };

/** The text of one frame. `done` carries no id, so that a reader never resumes behind it. */
export function encodeFrame(frame: Frame): string {
  switch (frame.kind) {
    case 'event':
      return `id: ${frame.seq}\nevent: ${frame.event.event}\ndata: ${JSON.stringify(frame.event.data)}\n\n`;
    case 'comment':
      return ': keep-alive\n\n';
    case 'error':
      return `event: error\ndata: ${JSON.stringify(frame.body)}\n\n`;
    case 'done':
      return 'event: done\ndata: [DONE]\n\n';
  }
}

/**
 * Streams the frames at the pace of the reader. When the reader goes the iteration is ended, and nothing else:
 * no run is stopped by a closed connection. What is thrown becomes the wire's `error` event, and no `done`.
 */
export function sseResponse(
  frames: (gone: AbortSignal) => AsyncIterator<RunFrame>,
  toErrorBody: (error: unknown) => ErrorBody,
): Response {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const iterator = frames(gone.signal);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await iterator.next();
        if (gone.signal.aborted) return;
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(encodeFrame(next.value)));
      } catch (error) {
        if (gone.signal.aborted) return;
        controller.enqueue(encoder.encode(encodeFrame({ kind: 'error', body: toErrorBody(error) })));
        controller.close();
      }
    },
    async cancel() {
      gone.abort();
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would otherwise hold events back until its buffer is full.
      'x-accel-buffering': 'no',
    },
  });
}
