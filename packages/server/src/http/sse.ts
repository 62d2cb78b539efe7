import type { ErrorBody } from '@threadkit/core/api';
import type { RunStreamItem } from '../runs/run-stream-item.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { StoredEvent } from '../storage/storage.ts';

/** A run's items, and the wire's `error` event, which is always the last. */
export type StreamItem = RunStreamItem | { readonly kind: 'error'; readonly body: ErrorBody };

/** Serializes one item as SSE frames. `done` has no id, so that a reader never resumes after it. */
export function encodeItem(item: StreamItem): string {
  switch (item.kind) {
    case 'events':
      return item.events.map(encodeEvent).join('');
    case 'comment':
      return ': keep-alive\n\n';
    case 'error':
      return `event: error\ndata: ${JSON.stringify(item.body)}\n\n`;
    case 'done':
      return 'event: done\ndata: [DONE]\n\n';
  }
}

function encodeEvent({ seq, event, json }: StoredEvent): string {
  return `id: ${seq}\nevent: ${event}\ndata: ${json}\n\n`;
}

export interface SseOptions {
  readonly toErrorBody: (error: unknown) => ErrorBody;
  readonly setTimer: SetTimer;
  /** How long an item may wait for its reader, in milliseconds; then the stream is closed. */
  readonly slowReaderMs: number;
  /** Called once when the stream ends, for whatever reason. */
  readonly onEnd: () => void;
}

/**
 * Streams items at the pace of the reader: at most one is buffered. A reader that is too slow is disconnected without
 * `done`, so that it resumes after the last id it received. A closed connection only ends the iteration; it never stops a
 * run. An error thrown by the iterator is sent as the wire's `error` event, without `done`.
 */
export function sseResponse(
  items: (disconnected: AbortSignal) => AsyncIterator<RunStreamItem>,
  { toErrorBody, setTimer, slowReaderMs, onEnd }: SseOptions,
): Response {
  const encoder = new TextEncoder();
  const disconnected = new AbortController();
  const iterator = items(disconnected.signal);
  let cancelTimeout = () => {};

  function end(): void {
    cancelTimeout();
    onEnd();
  }

  async function disconnect(): Promise<void> {
    disconnected.abort();
    end();
    await iterator.return?.();
  }

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      cancelTimeout();
      try {
        const next = await iterator.next();
        if (disconnected.signal.aborted) return;
        if (next.done) {
          controller.close();
          end();
          return;
        }
        controller.enqueue(encoder.encode(encodeItem(next.value)));
        // The reader was waiting for it.
        if (controller.desiredSize !== 0) return;
        cancelTimeout = setTimer(
          () => {
            controller.close();
            void disconnect();
          },
          slowReaderMs,
          { background: true },
        );
      } catch (error) {
        if (disconnected.signal.aborted) return;
        controller.enqueue(encoder.encode(encodeItem({ kind: 'error', body: toErrorBody(error) })));
        controller.close();
        end();
      }
    },
    cancel: disconnect,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Prevents nginx from buffering events.
      'x-accel-buffering': 'no',
    },
  });
}
