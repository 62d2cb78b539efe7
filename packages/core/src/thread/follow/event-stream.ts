import type { RunEvents, SequencedEvent } from '../../client/assistants-api.ts';
import { toEventError } from '../../client/read-error.ts';
import { isThreadkitError } from '../../errors/threadkit-error.ts';

/** A stream of events that can be closed while it waits for the next one. */
export interface OpenStream {
  readonly events: RunEvents;
  /** Called for the response's headers and for each chunk, heartbeats included. Assigned by the reader of the stream. */
  onReceive: () => void;
  close(): void;
}

interface StreamOptions {
  readonly signal: AbortSignal;
  readonly onReceive: () => void;
}

/** A stream that is requested when it is first read. */
export function lazyStream(signal: AbortSignal, start: (options: StreamOptions) => RunEvents): OpenStream {
  const closing = new AbortController();
  const stream: OpenStream = {
    events: start({ signal: AbortSignal.any([signal, closing.signal]), onReceive: () => stream.onReceive() }),
    onReceive: () => {},
    close: () => closing.abort(),
  };
  return stream;
}

/**
 * Requests a stream and waits for its first event, which shows that the request succeeded. The returned stream begins with
 * that event. Rejects when the request fails or when the first event is an error.
 */
export async function openStream(
  signal: AbortSignal,
  start: (options: StreamOptions) => RunEvents,
): Promise<{ first: SequencedEvent | undefined; stream: OpenStream }> {
  const stream = lazyStream(signal, start);
  const rest = stream.events[Symbol.asyncIterator]();
  let first = await rest.next();
  // Some hosts send the thread before the run.
  while (!first.done && first.value.event === 'thread.created') first = await rest.next();
  if (first.done) return { first: undefined, stream };
  if (first.value.event === 'error') {
    stream.close();
    throw toEventError(first.value.data);
  }
  // The same object, so that `onReceive` can still be assigned.
  const whole = Object.assign(stream, { events: resumeFrom(first.value, rest) });
  return { first: first.value, stream: whole };
}

/**
 * Whether a failed request may have been carried out: its response was lost, or it was an error event in a response with
 * status 200, which some hosts and proxies send after they acted. A refusal by HTTP has an error status.
 */
export function mayHaveSucceeded(error: unknown): boolean {
  return isThreadkitError(error) && error.status === undefined && error.kind !== 'config';
}

/** Not a generator: a further generator costs three microtasks per event. */
function resumeFrom(first: SequencedEvent, rest: AsyncIterator<SequencedEvent>): RunEvents {
  let waiting: SequencedEvent | undefined = first;
  const events: AsyncIterator<SequencedEvent> = {
    next() {
      if (!waiting) return rest.next();
      const value = waiting;
      waiting = undefined;
      return Promise.resolve({ done: false, value });
    },
    return: () => rest.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  };
  return { [Symbol.asyncIterator]: () => events };
}
