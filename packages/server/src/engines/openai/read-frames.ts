import { createParser } from 'eventsource-parser';
import { EngineError } from '../engine-error.ts';
import { type JsonObject, parseObject } from '../provider/json-values.ts';

/** The data of one server-sent event that is a JSON object. */
export interface Frame {
  /** `''` for events without a name, as all events of a successful completion. */
  readonly event: string;
  readonly data: JsonObject;
}

/** Maximum size of one event. A line without an end would otherwise be buffered indefinitely. */
const MAX_EVENT_CHARS = 16_000_000;

/**
 * The JSON objects of an event stream. Heartbeats of any form (comments, text, numbers, `null`, invalid JSON) are skipped.
 * `[DONE]` ends the stream. A last event without a trailing blank line is included.
 *
 * @throws {@link EngineError} An event exceeds the size limit.
 */
export async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const waiting: Frame[] = [];
  const state = { isDone: false };
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARS,
    onError({ type }) {
      if (type === 'max-buffer-size-exceeded') throw endlessEvent();
    },
    onEvent({ event = '', data }) {
      if (data.trim() === '[DONE]') state.isDone = true;
      const value = parseObject(data);
      if (value && !state.isDone) waiting.push({ event, data: value });
    },
  });
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    parser.feed(decoder.decode(piece, { stream: true }));
    yield* waiting.splice(0);
    if (state.isDone) return;
  }
  parser.feed(`${decoder.decode()}\n\n`);
  yield* waiting.splice(0);
}

function endlessEvent(): EngineError {
  return new EngineError(
    'server_error',
    'The model provider sent a larger event than this server accepts. Try again.',
    {
      failure: 'provider',
      forOperator: `The model provider sent an event of more than ${MAX_EVENT_CHARS} characters. Check its log.`,
    },
  );
}
