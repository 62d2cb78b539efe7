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

/** The first bytes of a stream, `size` or more unless it is shorter, and a stream of all its bytes. Rejects when the stream does. */
export async function peekBytes(
  stream: ReadableStream<Uint8Array>,
  size: number,
): Promise<{ readonly beginning: Uint8Array; readonly content: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const next = async () => (await reader.read()).value as Uint8Array<ArrayBuffer> | undefined;
  let bytes = 0;
  while (bytes < size) {
    const chunk = await next();
    if (!chunk) break;
    chunks.push(chunk);
    bytes += chunk.byteLength;
  }
  const beginning = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    beginning.set(chunk, at);
    at += chunk.byteLength;
  }
  const content = streamOf(
    async () => chunks.shift() ?? next(),
    (reason) => reader.cancel(reason),
  );
  return { beginning, content };
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
