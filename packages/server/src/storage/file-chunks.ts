import type { FileObject } from '@threadkit/core/api';
import { inChunks, streamOf } from '../shared/byte-stream.ts';
import type { ByteRange } from './storage.ts';

/** The length of a stored chunk; the last one of a file may be shorter. Stored files depend on it. */
const CHUNK_BYTES = 256 * 1024;

/** How many expired files are deleted in one transaction: deleting their contents takes time, in which it blocks others. */
export const DROPPED_FILES = 10;

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

/** A part of a file's content, whose chunks are read with `read` as the stream is consumed. @defaultValue `range`: all of it */
export function streamChunks(
  file: FileObject,
  read: (position: number) => Promise<Uint8Array<ArrayBuffer> | undefined>,
  { start, end }: ByteRange = { start: 0, end: file.bytes },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = Math.floor(start / CHUNK_BYTES);
  let offset = start % CHUNK_BYTES;
  let left = end - start;
  return streamOf(async () => {
    if (left === 0) return undefined;
    const chunk = await read(position);
    if (!chunk) throw new Error(`The file ${file.id} was deleted while it was read.`);
    const wanted = chunk.subarray(offset, offset + left);
    position += 1;
    offset = 0;
    left -= wanted.byteLength;
    return wanted;
  });
}

/** Deletes files with `dropSome`, up to {@link DROPPED_FILES} at a time, until none is left, and returns the ids of all. */
export async function inBatches(dropSome: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const dropped = await dropSome();
    ids.push(...dropped);
    if (dropped.length < DROPPED_FILES) return ids;
  }
}
