/**
 * A stream of the chunks that `next` returns, read when they are asked for, until it returns undefined. `cancel` is called when
 * the consumer cancels the stream.
 */
export function streamOf(
  next: () => Promise<Uint8Array<ArrayBuffer> | undefined>,
  cancel: (reason: unknown) => Promise<void> = async () => {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const chunk = await next();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel,
    },
    // Chunks are read on demand: the content may be large, and the consumer may cancel.
    { highWaterMark: 0 },
  );
}

/** The bytes of a stream in chunks of `size` bytes; the last may be shorter. Cancels a stream that is not read to its end. */
export async function* inChunks(
  stream: ReadableStream<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  let chunk = new Uint8Array(size);
  let filled = 0;
  let isRead = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.byteLength; ) {
        const piece = value.subarray(at, at + size - filled);
        chunk.set(piece, filled);
        at += piece.byteLength;
        filled += piece.byteLength;
        if (filled < size) continue;
        yield chunk;
        chunk = new Uint8Array(size);
        filled = 0;
      }
    }
    isRead = true;
    if (filled > 0) yield chunk.slice(0, filled);
  } finally {
    if (!isRead) await reader.cancel();
  }
}

export async function readAllBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
