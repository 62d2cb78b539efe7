import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { isTerminalEvent } from '../api/run-status.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { isAbortError } from '../errors/to-threadkit-error.ts';
import { isRecord } from '../is-record.ts';
import { type Members } from '../wire/fill.ts';
import { isEventName, readEvent } from '../wire/read-event.ts';
import type { RequestOptions, SequencedEvent } from './assistants-api.ts';

/** Limit of one event in characters, against exhausting memory. */
const MAX_EVENT_CHARS = 16 * 1024 * 1024;

/**
 * Reads the events of a streamed response, in order; requests it with the first `next()`. Ends at `done` and closes the
 * body, also when the reader leaves early. Calls `onReceive` for every chunk, heartbeats included. Rejects as aborted when
 * `signal` is aborted, also where the body ignores the signal. Events with unknown names count as heartbeats and are
 * skipped, as are events without content.
 *
 * @throws `ThreadkitError` of kind `'stream'`: the data of a known event is not a JSON object, an event is too long, or the
 * body ended before `done`.
 */
export async function* readEvents(
  open: () => Promise<ReadableStream<Uint8Array>>,
  { signal, onReceive }: Pick<RequestOptions, 'signal' | 'onReceive'> = {},
): AsyncGenerator<SequencedEvent, void> {
  const body = await open();
  const frames: EventSourceMessage[] = [];
  let failure: ThreadkitError | undefined;
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARS,
    onEvent: (frame) => frames.push(frame),
    onError: (error) => {
      // Unknown fields are skipped; only a full buffer ends the stream.
      if (error.type === 'max-buffer-size-exceeded') {
        failure = new ThreadkitError('stream', 'The server sent an event that is too long to read.', {
          cause: error,
        });
      }
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let ended = false;
  // Not awaited: a body that hangs must not block the reader. Errors of a cancelled body are irrelevant.
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    while (true) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        signal?.throwIfAborted();
        failAsCut(error);
      });
      signal?.throwIfAborted();
      onReceive?.();
      parser.feed(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      // The last frame may lack its blank line; parsing its JSON shows whether it is complete.
      if (done) parser.feed('\n\n');
      for (const frame of frames) {
        if (frame.event === 'done' || frame.data === '[DONE]') return;
        const event = parseFrame(frame);
        if (!event) continue;
        ended = endsStream(event);
        yield event;
      }
      frames.length = 0;
      if (failure) throw failure;
      if (done) {
        if (ended) return;
        failAsCut();
      }
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function failAsCut(error?: unknown): never {
  if (isAbortError(error)) throw error;
  throw new ThreadkitError('stream', 'The connection was cut before the response was complete.', {
    cause: error,
  });
}

function parseFrame({ event: name, data: text, id }: EventSourceMessage): SequencedEvent | undefined {
  if (name && !isEventName(name)) return undefined;
  const data = parseMembers(text, name);
  if (!data) return undefined;
  // Some hosts and proxies omit the name of an error event.
  const event = name ? readEvent(name, data) : data['error'] ? readEvent('error', data) : undefined;
  const seq = Number(id);
  return event && id && Number.isSafeInteger(seq) ? { ...event, seq } : event;
}

/** Undefined for unnamed data that is not an object. */
function parseMembers(text: string, name: string | undefined): Members | undefined {
  let cause: unknown;
  try {
    const data: unknown = JSON.parse(text);
    if (isRecord(data)) return data;
  } catch (error) {
    cause = error;
  }
  if (name) throw new ThreadkitError('stream', `The server sent a malformed "${name}" event.`, { cause });
  return undefined;
}

/** After these events the service sends at most `done`; after `error` nothing. */
function endsStream({ event }: SequencedEvent): boolean {
  return event === 'error' || event === 'thread.run.requires_action' || isTerminalEvent(event);
}
