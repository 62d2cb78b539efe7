import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Copy } from './copied-table.ts';
import type { Row } from './database.ts';

/** Indexes of segments have up to some 256 KiB. */
const SEGMENT_BATCH = 16;

/** The files of vector stores that exist. */
const FILES = `vector_store_files AS file JOIN vector_stores AS store ON store.position = file.store_position`;
/** Has a content that is copied. What an attempt has stored that did not end is made again. */
const IS_SEARCHABLE = `file.status = 'completed' AND store.has_expired = 0`;
/** Which content a row is of. */
const PLACE = 'store.id AS store_id, file.file_id, file.position, file.attempt';

/** The vector stores of a SQLite file with everything in them, in an order in which each row comes after those that it refers to. */
export function* vectorStoreCopies(source: DatabaseSync): Generator<Copy> {
  const select = (sql: string) => source.prepare(sql).iterate() as Iterable<Row>;
  yield {
    table: 'vector_stores',
    columns: {
      id: 'text',
      owner: 'text',
      created_at: 'bigint',
      body: 'text',
      expires_at: 'bigint',
      has_expired: 'boolean',
    },
    rows: withBoolean(
      'has_expired',
      select(
        'SELECT id, owner, created_at, body, expires_at, has_expired FROM vector_stores ORDER BY position',
      ),
    ),
  };
  yield {
    table: 'vector_store_batches',
    columns: { id: 'text', store_id: 'text', created_at: 'bigint', is_cancelled: 'boolean' },
    rows: withBoolean(
      'is_cancelled',
      select(
        `SELECT batch.id, store.id AS store_id, batch.created_at, is_cancelled FROM vector_store_batches AS batch
         JOIN vector_stores AS store ON store.position = batch.store_position ORDER BY batch.position`,
      ),
    ),
  };
  yield {
    table: 'vector_store_files',
    columns: {
      file_id: 'text',
      store_id: 'text',
      owner: 'text',
      batch_id: 'text',
      created_at: 'bigint',
      body: 'text',
      status: 'text',
      last_error: 'text',
      usage_bytes: 'bigint',
      segments: 'integer',
      embedding_model: 'text',
      attempt: 'integer',
    },
    key: ['file_id', 'store_id'],
    rows: select(
      `SELECT file.file_id, store.id AS store_id, store.owner, batch.id AS batch_id, file.created_at, file.body, file.status,
         file.last_error, CASE store.has_expired WHEN 0 THEN file.usage_bytes ELSE 0 END AS usage_bytes, file.segments,
         CASE store.has_expired WHEN 0 THEN file.embedding_model END AS embedding_model, file.attempt
       FROM ${FILES} LEFT JOIN vector_store_batches AS batch ON batch.position = file.batch_position
       ORDER BY file.position`,
    ),
  };
  yield {
    table: 'vector_contents',
    columns: { id: 'uuid', is_completed: 'boolean' },
    lookups: {
      given: { file_id: 'text', store_id: 'text' },
      columns: (s) => ({
        file_position: `(SELECT position FROM ${s}.vector_store_files AS file
          WHERE file.file_id = given.file_id AND file.store_id = given.store_id)`,
      }),
    },
    rows: contentRows(select(`SELECT ${PLACE} FROM ${FILES} WHERE ${IS_SEARCHABLE}`)),
  };
  yield {
    table: 'vector_segments',
    columns: { content_id: 'uuid', number: 'integer', bytes: 'bytea' },
    key: ['content_id', 'number'],
    rows: segmentRows(select(`SELECT ${PLACE}, part.number, part.bytes FROM ${partsOf('vector_segments')}`)),
    batch: SEGMENT_BATCH,
  };
  yield {
    table: 'vector_chunks',
    columns: { content_id: 'uuid', number: 'integer', start: 'bigint', body: 'text' },
    key: ['content_id', 'number'],
    rows: chunkRows(
      select(`SELECT ${PLACE}, part.number, part.start, part.text FROM ${partsOf('vector_chunks')}`),
    ),
  };
}

/** The parts of contents that can be searched. */
const partsOf = (table: 'vector_segments' | 'vector_chunks'): string =>
  `${FILES} JOIN ${table} AS part ON part.file_position = file.position AND part.attempt = file.attempt
   WHERE ${IS_SEARCHABLE} ORDER BY part.file_position, part.number`;

function* contentRows(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) yield { ...row, id: contentIdOf(row), is_completed: true };
}

function* segmentRows(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) {
    yield { ...row, content_id: contentIdOf(row), bytes: Buffer.from(row['bytes'] as Uint8Array) };
  }
}

function* chunkRows(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) yield { ...row, content_id: contentIdOf(row), body: JSON.stringify(row['text']) };
}

/** The same for each copy of a content, so that a copy that broke off can be started again. */
function contentIdOf({ store_id: storeId, file_id: fileId, position, attempt }: Row): string {
  const text = JSON.stringify([storeId, fileId, position, attempt]);
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function* withBoolean(column: string, rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) yield { ...row, [column]: row[column] === 1 };
}
