import { EngineError } from '../engine-error.ts';

/**
 * The parts of a stream. Cancels it when the consumer stops early or the signal aborts, whether or not the model observes the
 * signal; otherwise the provider would keep generating.
 *
 * @throws {@link EngineError} It is not a stream.
 */
export async function* streamParts(stream: unknown, signal: AbortSignal): AsyncGenerator {
  if (!isStream(stream)) throw notAStream();
  const reader = stream.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

function isStream(stream: unknown): stream is ReadableStream<unknown> {
  return (
    typeof stream === 'object' &&
    stream !== null &&
    'getReader' in stream &&
    typeof stream.getReader === 'function'
  );
}

function notAStream(): EngineError {
  return new EngineError('server_error', 'The model sent no response. Try again later.', {
    failure: 'setup',
    forOperator:
      'doStream of the model returned no ReadableStream as stream. Correct the model or its middleware.',
  });
}
