import { createParser } from 'eventsource-parser';

/** The data of one server-sent event that is a JSON object. */
export interface Frame {
  /** `''` where the event has no name, as in every event of a completion that goes well. */
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The JSON objects of an event stream. Heartbeats of any form (comments, text, numbers, `null`, broken JSON) are skipped;
 * `[DONE]` ends the stream; a last event without a blank line behind it counts.
 */
export async function* readFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
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
  const reader = body.getReader();
  try {
    while (!state.isDone) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
      const { done, value } = await reader.read();
      parser.feed(done ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true }));
      yield* waiting.splice(0);
      if (done) return;
    }
  } finally {
    // Also when whoever reads stops early: the provider goes on writing otherwise.
    await reader.cancel().catch(() => undefined);
  }
}

function parseObject(text: string): Frame['data'] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Frame['data'])
      : undefined;
  } catch {
    return undefined;
  }
}
