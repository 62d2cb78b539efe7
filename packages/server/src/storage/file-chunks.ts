import type { FileObject } from '@threadkit/core/api';
import { inChunks, streamOf } from '../shared/byte-stream.ts';

/** The length of a stored chunk; the last one of a file may be shorter. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Reads the content of a file to its end and stores it with `store`, one chunk at a time, at positions from 0. Returns its length
 * in bytes.
 */
export async function storeChunks(
  content: ReadableStream<Uint8Array>,
  store: (chunk: Uint8Array<ArrayBuffer>, position: number) => Promise<unknown>,
): Promise<number> {
  let bytes = 0;
  let position = 0;
  for await (const chunk of inChunks(content, CHUNK_BYTES)) {
    await store(chunk, position);
    bytes += chunk.byteLength;
    position += 1;
  }
  return bytes;
}

/** The content of a file, whose chunks are read with `read` as the stream is consumed. */
export function streamChunks(
  file: FileObject,
  read: (position: number) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = 0;
  let left = file.bytes;
  return streamOf(async () => {
    if (left === 0) return undefined;
    const chunk = await read(position);
    if (!chunk) throw new Error(`The file ${file.id} was deleted while it was read.`);
    position += 1;
    left -= chunk.byteLength;
    return chunk;
  });
}
