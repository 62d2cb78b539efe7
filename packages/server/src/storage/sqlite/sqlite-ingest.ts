import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { readEach, type UnreadableRowError } from '../unreadable-row.ts';
import type {
  ContentSegment,
  EmbeddingLease,
  IngestLease,
  IngestOutcome,
  StoredChunk,
} from '../vector-store-storage.ts';
import { toNewFile } from './sqlite-store-files.ts';
import type { SqliteVectorStoreRows } from './sqlite-vector-store-rows.ts';
import { Statements } from './statements.ts';
import { readContentId, toContentId } from './vector-content-id.ts';

type Row = Record<string, SQLOutputValue>;

const HAS_STORE =
  'EXISTS (SELECT 1 FROM vector_stores WHERE vector_stores.position = vector_store_files.store_position AND has_expired = 0)';
/** The file of a lease that is not lost. Its values: `leaseValues`. */
const LEASED = `position = ? AND attempt = ? AND worker_id = ? AND status IN ('in_progress', 'completed') AND ${HAS_STORE}`;

/** Files whose vectors are of another model that one claim looks at. */
const LOOKED_AT = 100;

/** The statements on files that are processed, and on what this stores. Transactions are opened by the callers. */
export class SqliteIngest {
  readonly #statements: Statements;
  readonly #stores: SqliteVectorStoreRows;
  readonly #onUnreadable: (error: UnreadableRowError) => void;

  constructor(
    database: () => DatabaseSync,
    stores: SqliteVectorStoreRows,
    onUnreadable: (error: UnreadableRowError) => void,
  ) {
    this.#statements = new Statements(database);
    this.#stores = stores;
    this.#onUnreadable = onUnreadable;
  }

  claim(workerId: string, now: number, until: number, limit: number): IngestLease[] {
    const rows = this.#statements
      .prepare(
        `UPDATE vector_store_files SET worker_id = ?, lease_until = ?, attempt = attempt + 1
         WHERE position IN (
           SELECT position FROM vector_store_files
           WHERE status = 'in_progress' AND lease_until <= ? AND ${HAS_STORE} ORDER BY position LIMIT ?
         )
         RETURNING position, store_position, file_id, body, attempt`,
      )
      .all(workerId, until, now, limit)
      .toSorted((a, b) => Number(a['position']) - Number(b['position']));
    const leases = readEach(
      rows,
      (row) => this.#toLease(row, workerId),
      (error, row) => {
        // Nothing can process it, and it must not be claimed again and again.
        this.#fail(Number(row['position']));
        this.#onUnreadable(error);
      },
    );
    return leases.flatMap((lease) => lease ?? []);
  }

  claimEmbedding(
    workerId: string,
    now: number,
    until: number,
    limit: number,
    model: string,
  ): EmbeddingLease[] {
    const [expired, live] = [[], []] as [Row[], Row[]];
    const rows = this.#statements
      .prepare(
        `SELECT position, store_position, file_id, body, attempt, segments, ${HAS_STORE} AS has_store
         FROM vector_store_files WHERE position IN (
           SELECT * FROM (SELECT position FROM vector_store_files WHERE embedding_model < ? AND lease_until <= ? LIMIT ?)
           UNION ALL
           SELECT * FROM (SELECT position FROM vector_store_files WHERE embedding_model > ? AND lease_until <= ? LIMIT ?)
         )`,
      )
      .all(model, now, LOOKED_AT, model, now, LOOKED_AT);
    for (const row of rows) (row['has_store'] === 1 ? live : expired).push(row);
    const leave = this.#statements.prepare(
      'UPDATE vector_store_files SET embedding_model = NULL WHERE position = ?',
    );
    for (const row of expired) leave.run(Number(row['position']));
    const lease = this.#statements.prepare(
      'UPDATE vector_store_files SET worker_id = ?, lease_until = ? WHERE position = ?',
    );
    const claimed = live.slice(0, limit);
    for (const row of claimed) lease.run(workerId, until, Number(row['position']));
    const leases = readEach(
      claimed,
      (row) => {
        const one = this.#toLease(row, workerId);
        return one && { ...one, segments: Number(row['segments']) };
      },
      (error, row) => {
        // As above: it must not be claimed again and again.
        leave.run(Number(row['position']));
        this.#onUnreadable(error);
      },
    );
    return leases.flatMap((one) => one ?? []);
  }

  replaceIndex(lease: EmbeddingLease, segment: number, index: Uint8Array): boolean {
    if (!this.isLeased(lease)) return false;
    const { filePosition, attempt } = readContentId(lease.contentId);
    this.#statements
      .prepare('UPDATE vector_segments SET bytes = ? WHERE file_position = ? AND attempt = ? AND number = ?')
      .run(index, filePosition, attempt, segment);
    this.#statements
      .prepare("UPDATE vector_store_files SET embedding_model = '' WHERE position = ?")
      .run(filePosition);
    return true;
  }

  isLeased(lease: IngestLease): boolean {
    const row = this.#statements
      .prepare(`SELECT 1 FROM vector_store_files WHERE ${LEASED}`)
      .get(...leaseValues(lease));
    return row !== undefined;
  }

  renew(lease: IngestLease, until: number): boolean {
    const { changes } = this.#statements
      .prepare(`UPDATE vector_store_files SET lease_until = ? WHERE ${LEASED}`)
      .run(until, ...leaseValues(lease));
    return changes > 0;
  }

  /** What was stored under the lease is deleted with the next claim. */
  release(lease: IngestLease): void {
    this.#statements
      .prepare(`UPDATE vector_store_files SET worker_id = NULL, lease_until = 0 WHERE ${LEASED}`)
      .run(...leaseValues(lease));
  }

  writeSegment(lease: IngestLease, { number, firstChunk, chunks, index }: ContentSegment): boolean {
    if (!this.isLeased(lease)) return false;
    const { filePosition, attempt } = readContentId(lease.contentId);
    this.#statements
      .prepare('INSERT INTO vector_segments (file_position, attempt, number, bytes) VALUES (?, ?, ?, ?)')
      .run(filePosition, attempt, number, index);
    const insert = this.#statements.prepare(
      'INSERT INTO vector_chunks (file_position, attempt, number, start, text) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [offset, { start, text }] of chunks.entries()) {
      insert.run(filePosition, attempt, firstChunk + offset, start, text);
    }
    return true;
  }

  finish(lease: IngestLease, outcome: IngestOutcome): boolean {
    const isCompleted = outcome.status === 'completed';
    const { changes } = this.#statements
      .prepare(
        `UPDATE vector_store_files SET status = ?, last_error = ?, usage_bytes = ?, embedding_model = ?, worker_id = NULL, lease_until = 0,
           segments = (
             SELECT count(*) FROM vector_segments
             WHERE file_position = vector_store_files.position AND vector_segments.attempt = vector_store_files.attempt
           )
         WHERE ${LEASED}`,
      )
      .run(
        outcome.status,
        isCompleted ? null : JSON.stringify(outcome.error),
        isCompleted ? outcome.usageBytes : 0,
        isCompleted ? (outcome.embeddingModel ?? '') : null,
        ...leaseValues(lease),
      );
    return changes > 0;
  }

  readIndex(contentId: string, segment: number): Uint8Array<ArrayBuffer> | undefined {
    const { filePosition, attempt } = readContentId(contentId);
    if (!this.#isSearchable(filePosition, attempt)) return undefined;
    const row = this.#statements
      .prepare('SELECT bytes FROM vector_segments WHERE file_position = ? AND attempt = ? AND number = ?')
      .get(filePosition, attempt, segment);
    // A copy, not a view of the database's memory.
    return row && new Uint8Array(row['bytes'] as Uint8Array);
  }

  readChunks(contentId: string, from: number, limit: number): StoredChunk[] {
    const { filePosition, attempt } = readContentId(contentId);
    if (!this.#isSearchable(filePosition, attempt)) return [];
    return this.#statements
      .prepare(
        `SELECT start, text FROM vector_chunks WHERE file_position = ? AND attempt = ? AND number >= ?
         ORDER BY number LIMIT ?`,
      )
      .all(filePosition, attempt, from, limit)
      .map((row) => ({ start: Number(row['start']), text: String(row['text']) }));
  }

  #isSearchable(filePosition: number, attempt: number): boolean {
    const row = this.#statements
      .prepare(
        `SELECT 1 FROM vector_store_files AS file JOIN vector_stores ON vector_stores.position = store_position
         WHERE file.position = ? AND attempt = ? AND status = 'completed' AND has_expired = 0`,
      )
      .get(filePosition, attempt);
    return row !== undefined;
  }

  #toLease(row: Row, workerId: string): IngestLease | undefined {
    const store = this.#stores.identify(Number(row['store_position']));
    const attempt = Number(row['attempt']);
    return (
      store && {
        owner: store.owner,
        vectorStoreId: store.id,
        file: toNewFile(row),
        workerId,
        attempt,
        contentId: toContentId({ filePosition: Number(row['position']), attempt }),
      }
    );
  }

  #fail(position: number): void {
    this.#statements
      .prepare(
        `UPDATE vector_store_files SET status = 'failed', worker_id = NULL, lease_until = 0 WHERE position = ?`,
      )
      .run(position);
  }
}

function leaseValues({ contentId, workerId }: IngestLease): readonly [number, number, string] {
  const { filePosition, attempt } = readContentId(contentId);
  return [filePosition, attempt, workerId];
}
