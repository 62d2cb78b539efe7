import type { RunEvents, SequencedEvent } from '../../client/assistants-api.ts';
import { toEventError } from '../../client/read-error.ts';
import { isThreadkitError } from '../../errors/threadkit-error.ts';

/** A stream that can be closed from outside, also while nothing comes, and that tells when it is alive. */
export interface OpenStream {
  readonly events: RunEvents;
  /** Hears of every sign of life from now on. */
  onSignal: () => void;
  close(): void;
}

interface StreamOptions {
  readonly signal: AbortSignal;
  readonly onSignal: () => void;
}

/** A stream that is asked for when it is first read. */
export function lazyStream(signal: AbortSignal, start: (options: StreamOptions) => RunEvents): OpenStream {
  const closing = new AbortController();
  const stream: OpenStream = {
    events: start({ signal: AbortSignal.any([signal, closing.signal]), onSignal: () => stream.onSignal() }),
    onSignal: () => {},
    close: () => closing.abort(),
  };
  return stream;
}

/**
 * Asks for a stream and waits for its first event, which shows that the request went well. The stream it
 * returns is whole: that event comes first. Rejects as the request does, and when the first event is an error.
 */
export async function openStream(
  signal: AbortSignal,
  start: (options: StreamOptions) => RunEvents,
): Promise<{ first: SequencedEvent | undefined; stream: OpenStream }> {
  const stream = lazyStream(signal, start);
  const rest = stream.events[Symbol.asyncIterator]();
  let first = await rest.next();
  // Some hosts tell of the thread before they tell of the run.
  while (!first.done && first.value.event === 'thread.created') first = await rest.next();
  if (first.done) return { first: undefined, stream };
  if (first.value.event === 'error') {
    stream.close();
    throw toEventError(first.value.data);
  }
  // The same object: whoever listens to it goes on hearing of signals.
  const whole = Object.assign(stream, { events: resumeFrom(first.value, rest) });
  return { first: first.value, stream: whole };
}

/**
 * Whether a failed request may have been carried out all the same: its answer was lost, or was an error behind the status
 * 200, which some hosts and proxies send after they acted. A refusal by HTTP has a status.
 */
export function mayHaveActed(error: unknown): boolean {
  return isThreadkitError(error) && error.status === undefined && error.kind !== 'config';
}

/** No generator: one more around the rest would cost every event three turns of the microtask queue. */
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
