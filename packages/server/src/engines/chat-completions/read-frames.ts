import { createParser } from 'eventsource-parser';
import { type JsonObject, parseObject } from './json-values.ts';

/** The data of one server-sent event that is a JSON object. */
export interface Frame {
  /** `''` where the event has no name, as in every event of a completion that goes well. */
  readonly event: string;
  readonly data: JsonObject;
}

/**
 * The JSON objects of an event stream. Heartbeats of any form (comments, text, numbers, `null`, broken JSON) are skipped;
 * `[DONE]` ends the stream; a last event without a blank line behind it counts.
 */
export async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const waiting: Frame[] = [];
  const state = { isDone: false };
  const parser = createParser({
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
