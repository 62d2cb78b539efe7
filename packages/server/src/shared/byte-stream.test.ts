import { describe, expect, it } from 'vitest';
import { inChunks, streamOf } from './byte-stream.ts';

/** A stream of chunks with these lengths, and what was read and cancelled. */
function lengths(...sizes: readonly number[]) {
  const seen = { read: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const size = sizes[seen.read];
        if (size === undefined) controller.close();
        else controller.enqueue(new Uint8Array(size).fill(seen.read));
        seen.read += 1;
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, stream };
}

describe('byte streams', () => {
  it.each([
    [[], []],
    [
      [3, 4, 1],
      [4, 4],
    ],
    [[9], [4, 4, 1]],
    [[0, 4, 0], [4]],
  ])('chunks of lengths %j are read as chunks of lengths %j', async (given, expected) => {
    const read: number[] = [];
    for await (const chunk of inChunks(lengths(...given).stream, 4)) read.push(chunk.byteLength);
    expect(read).toEqual(expected);
  });

  it('a stream that is not read to its end is cancelled', async () => {
    const { seen, stream } = lengths(4, 4, 4);
    for await (const _chunk of inChunks(stream, 4)) break;
    expect(seen).toEqual({ read: 1, cancelled: true });
  });

  it('streamOf reads a chunk when it is asked for, and fails with its source', async () => {
    let reads = 0;
    const reader = streamOf(async () => {
      reads += 1;
      if (reads === 2) throw new Error('The file was deleted.');
      return new Uint8Array(1);
    }).getReader();
    expect(reads).toBe(0);
    expect((await reader.read()).value).toEqual(new Uint8Array(1));
    expect(reads).toBe(1);
    await expect(reader.read()).rejects.toThrow('The file was deleted.');
  });
});
