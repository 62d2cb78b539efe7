/** How the bytes of a run arrive. */
export interface Wire {
  readonly name: string;
  /** At least so many characters in a chunk, but for the last: 1 makes every frame a chunk of its own. */
  readonly chunkChars: number;
}

/** Joins whole frames to chunks of bytes. */
export function* toChunks(frames: Iterable<string>, chunkChars: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const frame of frames) {
    text += frame;
    if (text.length < chunkChars) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text) yield encoder.encode(text);
}

/**
 * A body that hands out one chunk for each read and nothing ahead of it. `onRead` is called before each: what
 * came before has been dealt with, so it is where a page would draw.
 */
export function toBody(
  chunks: Iterable<Uint8Array>,
  onRead: () => void = () => {},
): ReadableStream<Uint8Array> {
  const rest = chunks[Symbol.iterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        onRead();
        const { done, value } = rest.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}
