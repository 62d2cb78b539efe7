/** How the bytes of a run are split into chunks. */
export interface Wire {
  readonly name: string;
  /** Minimum characters per chunk, except for the last one. 1 makes each frame a separate chunk. */
  readonly chunkChars: number;
}

/** Joins complete frames into chunks of bytes. */
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
 * A body that produces one chunk per read and buffers nothing. `onRead` is called before each chunk, when the previous chunk
 * has been processed: the moment at which a page would paint.
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
