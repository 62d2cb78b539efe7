import type { ErrorBody } from '@threadkit/core/api';
import { HttpError, notFound } from '../http/http-error.ts';
import { toHttpError } from '../http/json-response.ts';
import { sseResponse } from '../http/sse.ts';
import { eventsExpired } from '../routes/responses.ts';
import { EventsLostError } from '../runs/follow-events.ts';
import type { RunStreamItem } from '../runs/run-stream-item.ts';
import type { Instrumentation } from '../shared/instrumentation.ts';
import { createLinkedAbort } from '../shared/linked-abort.ts';
import type { SetTimer } from '../shared/timers.ts';

/** A reader that takes no item for this long is disconnected. */
const SLOW_READER_MS = 60_000;

/** The items of a run until `signal` aborts. */
export type RunStreamItems = (signal: AbortSignal) => AsyncGenerator<RunStreamItem>;

/** Responds with a stream of items. `onEnd` is called once when the stream ends, for whatever reason. */
export type StreamRun = (items: RunStreamItems, onEnd: () => void) => Response;

/** `closing` ends all streams with an error. */
export function createRunStreams(
  closing: AbortSignal,
  setTimer: SetTimer,
  instrumentation: Instrumentation | undefined,
  onError: (error: unknown, where: string) => void,
): StreamRun {
  /** Ends streams with an error when the server closes, so that readers do not take them for finished. */
  async function* untilClosed(
    items: RunStreamItems,
    disconnected: AbortSignal,
  ): AsyncGenerator<RunStreamItem> {
    const endStream = instrumentation?.startStream();
    const { signal, unlink } = createLinkedAbort(disconnected, closing);
    try {
      for await (const item of items(signal)) {
        yield item;
        if (item.kind === 'done') return;
      }
    } finally {
      unlink();
      endStream?.();
    }
    if (closing.aborted) throw new HttpError(503, 'The server is closing. Read the run for its outcome.');
  }

  function toErrorBody(error: unknown): ErrorBody {
    if (error instanceof HttpError) return error.body;
    if (error instanceof EventsLostError) {
      return (error.missing === 'run' ? notFound('run', error.runId) : eventsExpired(error.runId)).body;
    }
    onError(error, 'stream');
    return toHttpError(error, 'The server had an error while it sent events. Read the run for its outcome.')
      .body;
  }

  return (items, onEnd) =>
    sseResponse((disconnected) => untilClosed(items, disconnected), {
      toErrorBody,
      setTimer,
      slowReaderMs: SLOW_READER_MS,
      onEnd,
    });
}
