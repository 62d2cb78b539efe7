import type { DatabaseSync } from 'node:sqlite';
import { Statements } from './statements.ts';
import type { VectorContent } from './vector-content-id.ts';

/** Rows that one slice deletes: a transaction holds the event loop, for about 10 µs per row. */
const SLICE_ROWS = 250;
/** Rows of chunks that take as long as a segment, which is larger. */
const SEGMENT_ROWS = 10;

/** Deletes what vector stores and their files have left behind, in slices. Transactions are opened by the callers. */
export class SqliteDroppedContents {
  readonly #statements: Statements;

  constructor(database: () => DatabaseSync) {
    this.#statements = new Statements(database);
  }

  /** Deletes one slice. Returns whether there may be more. */
  dropSome(): boolean {
    return this.#dropFiles() || this.#dropContents();
  }

  /** The files of a deleted vector store, then its batches. */
  #dropFiles(): boolean {
    const store = this.#statements.prepare('SELECT store_position FROM dropped_vector_stores LIMIT 1').get();
    if (!store) return false;
    const position = Number(store['store_position']);
    const dropped =
      this.#dropRowsOf('vector_store_files', position) || this.#dropRowsOf('vector_store_batches', position);
    if (dropped === 0) {
      this.#statements.prepare('DELETE FROM dropped_vector_stores WHERE store_position = ?').run(position);
    }
    return true;
  }

  #dropRowsOf(table: 'vector_store_files' | 'vector_store_batches', storePosition: number): number {
    const { changes } = this.#statements
      .prepare(
        `DELETE FROM ${table} WHERE position IN (
           SELECT position FROM ${table} WHERE store_position = ? LIMIT ?
         )`,
      )
      .run(storePosition, SLICE_ROWS);
    return Number(changes);
  }

  #dropContents(): boolean {
    let left = SLICE_ROWS;
    while (left > 0) {
      const row = this.#statements
        .prepare('SELECT file_position, attempt FROM dropped_vector_contents LIMIT 1')
        .get();
      if (!row) return false;
      const content = { filePosition: Number(row['file_position']), attempt: Number(row['attempt']) };
      const segments = Math.ceil(left / SEGMENT_ROWS);
      const droppedSegments = this.#dropRows('vector_segments', content, segments);
      left -= droppedSegments * SEGMENT_ROWS;
      if (droppedSegments === segments) continue;
      const droppedChunks = this.#dropRows('vector_chunks', content, left);
      if (droppedChunks < left) {
        this.#statements
          .prepare('DELETE FROM dropped_vector_contents WHERE file_position = ? AND attempt = ?')
          .run(content.filePosition, content.attempt);
      }
      left -= droppedChunks + 1;
    }
    return true;
  }

  #dropRows(
    table: 'vector_segments' | 'vector_chunks',
    { filePosition, attempt }: VectorContent,
    limit: number,
  ): number {
    const { changes } = this.#statements
      .prepare(
        `DELETE FROM ${table} WHERE rowid IN (
           SELECT rowid FROM ${table} WHERE file_position = ? AND attempt = ? LIMIT ?
         )`,
      )
      .run(filePosition, attempt, limit);
    return Number(changes);
  }
}
