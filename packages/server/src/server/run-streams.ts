import type { ErrorBody } from '@threadkit/core/api';
import { HttpError, notFound } from '../http/http-error.ts';
import { toHttpError } from '../http/json-response.ts';
import { sseResponse } from '../http/sse.ts';
import { eventsExpired } from '../routes/responses.ts';
import { EventsLost } from '../runs/follow-events.ts';
import type { RunFrame } from '../runs/frame.ts';
import type { SetTimer } from '../shared/timers.ts';

/** A reader that takes no frame for this long is disconnected. */
const SLOW_READER_MS = 60_000;

/** Frames of a run until `signal` aborts. */
export type RunFrames = (signal: AbortSignal) => AsyncGenerator<RunFrame>;

/** Responds with a stream of frames. `onEnd` is called once when the stream ends, for whatever reason. */
export type StreamRun = (frames: RunFrames, onEnd: () => void) => Response;

/** `closing` ends all streams with an error. */
export function createRunStreams(
  closing: AbortSignal,
  setTimer: SetTimer,
  onError: (error: unknown, where: string) => void,
): StreamRun {
  /** Ends streams with an error when the server closes, so that readers do not take them for finished. */
  async function* untilClosed(frames: AsyncGenerator<RunFrame>): AsyncGenerator<RunFrame> {
    for await (const frame of frames) {
      yield frame;
      if (frame.kind === 'done') return;
    }
    if (closing.aborted) throw new HttpError(503, 'The server is closing. Read the run to learn its fate.');
  }

  function toErrorBody(error: unknown): ErrorBody {
    if (error instanceof HttpError) return error.body;
    if (error instanceof EventsLost) {
      return (error.what === 'run' ? notFound('run', error.runId) : eventsExpired(error.runId)).body;
    }
    onError(error, 'stream');
    return toHttpError(error, 'The server had an error while it sent events. Read the run to learn its fate.')
      .body;
  }

  return (frames, onEnd) =>
    sseResponse((disconnected) => untilClosed(frames(AbortSignal.any([disconnected, closing]))), {
      toErrorBody,
      setTimer,
      slowReaderMs: SLOW_READER_MS,
      onEnd,
    });
}
