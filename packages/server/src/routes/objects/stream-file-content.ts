import { streamOf } from '../../shared/byte-stream.ts';
import type { StoredChunk } from '../../storage/vector-store-storage.ts';

/** Chunks in memory at once. */
const READ_AT_ONCE = 32;

/**
 * The page with the text of a file, as JSON, made while it is read: its one item has the text of the chunks without what they repeat.
 *
 * @param readChunks The chunks from a number on, at most so many.
 * @param isThere Whether the content is still there. The stream breaks off when it was deleted while it was read.
 */
export function streamFileContent(
  readChunks: (from: number, limit: number) => Promise<readonly StoredChunk[]>,
  isThere: () => Promise<boolean>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let read = 0;
  let end = 0;
  let state: 'begin' | 'chunks' | 'end' = 'begin';
  return streamOf(async () => {
    switch (state) {
      case 'begin':
        state = 'chunks';
        return encoder.encode('{"object":"vector_store.file_content.page","data":[{"type":"text","text":"');
      case 'chunks': {
        const chunks = await readChunks(read, READ_AT_ONCE);
        if (chunks.length > 0) {
          read += chunks.length;
          const text = chunks.map((chunk) => {
            const added = addedText(chunk, end);
            end = Math.max(end, chunk.start + chunk.text.length);
            return added;
          });
          return encoder.encode(JSON.stringify(text.join('')).slice(1, -1));
        }
        if (!(await isThere()))
          throw new Error('The file was deleted or processed again while its content was read.');
        state = 'end';
        return encoder.encode('"}],"has_more":false,"next_page":null}');
      }
      case 'end':
        return undefined;
    }
  });
}

/** What a chunk adds to a text that is known up to `end`. White space between chunks is not stored: a line break stands for it. */
function addedText({ start, text }: StoredChunk, end: number): string {
  if (start <= end) return text.slice(end - start);
  return end === 0 ? text : `\n${text}`;
}
