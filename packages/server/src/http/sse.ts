import type { ErrorBody } from '@threadkit/core/api';
import type { RunFrame } from '../runs/frame.ts';
import type { SetTimer } from '../shared/timers.ts';

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

export interface SseOptions {
  readonly toErrorBody: (error: unknown) => ErrorBody;
  readonly setTimer: SetTimer;
  /** How long a frame may wait for its reader, in milliseconds. */
  readonly slowReaderMs: number;
  /** Called once, however the stream ends. */
  readonly onEnd: () => void;
}

/**
 * Streams the frames at the pace of the reader: one frame waits at most, the rest stay in storage. A reader
 * that takes none for too long is let go of without `done`, so that it resumes behind the last number it saw.
 * When the reader goes the iteration is ended, and nothing else: no run is stopped by a closed connection. What
 * is thrown becomes the wire's `error` event, and no `done`.
 */
export function sseResponse(
  frames: (gone: AbortSignal) => AsyncIterator<RunFrame>,
  { toErrorBody, setTimer, slowReaderMs, onEnd }: SseOptions,
): Response {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const iterator = frames(gone.signal);
  let stopWaiting = () => {};

  function end(): void {
    stopWaiting();
    onEnd();
  }

  async function letGo(): Promise<void> {
    gone.abort();
    end();
    await iterator.return?.();
  }

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      stopWaiting();
      try {
        const next = await iterator.next();
        if (gone.signal.aborted) return;
        if (next.done) {
          controller.close();
          end();
          return;
        }
        controller.enqueue(encoder.encode(encodeFrame(next.value)));
        stopWaiting = setTimer(
          () => {
            controller.close();
            void letGo();
          },
          slowReaderMs,
          { background: true },
        );
      } catch (error) {
        if (gone.signal.aborted) return;
        controller.enqueue(encoder.encode(encodeFrame({ kind: 'error', body: toErrorBody(error) })));
        controller.close();
        end();
      }
    },
    cancel: letGo,
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
