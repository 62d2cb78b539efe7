import type { ByteRange } from '../storage/storage.ts';

/**
 * Where the contents of files are stored instead of in the database: a folder, or an object storage. All servers on one database
 * need the same. The objects of files, their owners and quotas stay in the database; a content is only read for a file that is
 * there.
 */
export interface FileStore {
  /**
   * Stores a content, which is read to its end, and returns its length in bytes. Rejects and keeps nothing when it breaks off. The
   * server never writes an id twice.
   */
  write(id: string, content: ReadableStream<Uint8Array>): Promise<number>;
  /** The content with this id, or the part `range` of it. Undefined when there is none. */
  read(id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined>;
  /** Deletes the content, if there is one. */
  delete(id: string): Promise<void>;
  /**
   * The contents that were written before `writtenBefore` (Unix milliseconds), so that those without a file are deleted: what a
   * server leaves behind that ends during an upload. @defaultValue contents without a file are kept
   */
  list?(writtenBefore: number): AsyncIterable<string>;
}
