import { parseBody, readEach, type UnreadableRowError } from '../unreadable-row.ts';
import type {
  ContentSegment,
  EmbeddingLease,
  IngestLease,
  IngestOutcome,
  StoredChunk,
  VectorStoreStorage,
} from '../vector-store-storage.ts';
import type { Database, Row } from './database.ts';
import { dropContentsOf, toNewFile } from './postgres-store-files.ts';
import { createValues, unnest } from './values.ts';

/** Contents and rows of chunks that are deleted in one transaction. */
const DROPPED_CONTENTS = 50;
const DROPPED_CHUNKS = 1000;

/** The statements on the leases of files that are processed, and on what this stores. */
export type PostgresIngest = Pick<
  VectorStoreStorage,
  | 'claimIngest'
  | 'claimEmbedding'
  | 'replaceIndex'
  | 'heartbeatIngest'
  | 'releaseIngest'
  | 'writeSegment'
  | 'finishIngest'
  | 'readIndex'
  | 'readChunks'
  | 'dropContents'
>;

/** `s` is quoted. */
export function postgresIngest(
  database: Database,
  s: string,
  onUnreadable: (error: UnreadableRowError) => void,
): PostgresIngest {
  /** The file of a lease that is not lost, and its content. An attempt is compared, since a worker may lease a file again. */
  const leased = `content.id = $1 AND content.file_position = file.position AND file.worker_id = $2
    AND file.attempt = $3 AND file.status IN ('in_progress', 'completed')`;
  const leaseValues = ({ contentId, workerId, attempt }: IngestLease) => [contentId, workerId, attempt];

  /** Nothing can process them, and they must not be claimed again and again. */
  const setAside = (broken: readonly Row[]): Promise<void> =>
    database.transact(async (query) => {
      await query(
        `UPDATE ${s}.vector_store_files SET status = 'failed', worker_id = NULL, lease_until = 0
         WHERE position = ANY ($1::bigint[])`,
        [broken.map(({ position }) => position)],
      );
      await dropContentsOf(query, s, broken);
    });

  return {
    async claimIngest(workerId, leaseMs, limit) {
      // Files that another server is claiming are left to it. Leases whose answer was lost expire.
      const rows = await database.run(
        `WITH picked AS MATERIALIZED (
           SELECT position, gen_random_uuid() AS content_id FROM ${s}.vector_store_files
           WHERE status = 'in_progress' AND lease_until <= ${s}.clock_ms()
           ORDER BY position LIMIT $3 FOR UPDATE SKIP LOCKED
         ), dropped AS (
           UPDATE ${s}.vector_contents AS content SET file_position = NULL FROM picked
           WHERE content.file_position = picked.position
         ), added AS (
           INSERT INTO ${s}.vector_contents (id, file_position) SELECT content_id, position FROM picked
         )
         UPDATE ${s}.vector_store_files AS file SET worker_id = $1, lease_until = ${s}.clock_ms() + $2,
           attempt = file.attempt + 1
         FROM picked WHERE file.position = picked.position
         RETURNING file.position, file.owner, file.store_id, file.file_id, file.body, file.attempt, picked.content_id`,
        [workerId, leaseMs, limit],
      );
      const broken: Row[] = [];
      const ordered = rows.toSorted((a, b) => Number(a['position']) - Number(b['position']));
      const leases = readEach(
        ordered,
        (row) => toLease(row, workerId),
        (error, row) => {
          broken.push(row);
          onUnreadable(error);
        },
      );
      if (broken.length > 0) await setAside(broken);
      return leases;
    },

    async claimEmbedding(workerId, leaseMs, limit, model) {
      // Two ranges of the index, each as long as needed. Files that another server is claiming are left to it.
      const others = (comparison: '<' | '>') =>
        `ARRAY (SELECT position FROM ${s}.vector_store_files
           WHERE embedding_model ${comparison} $4 AND lease_until <= ${s}.clock_ms() LIMIT $3)`;
      const rows = await database.run(
        `WITH picked AS MATERIALIZED (
           SELECT position FROM ${s}.vector_store_files
           WHERE position = ANY (${others('<')} || ${others('>')}) AND embedding_model <> $4
             AND status = 'completed' AND lease_until <= ${s}.clock_ms()
           LIMIT $3 FOR UPDATE SKIP LOCKED
         )
         UPDATE ${s}.vector_store_files AS file SET worker_id = $1, lease_until = ${s}.clock_ms() + $2
         FROM picked, ${s}.vector_contents AS content
         WHERE file.position = picked.position AND content.file_position = file.position AND content.is_completed
         RETURNING file.position, file.owner, file.store_id, file.file_id, file.body, file.attempt, file.segments,
           content.id AS content_id`,
        [workerId, leaseMs, limit, model],
      );
      const broken: unknown[] = [];
      const leases = readEach(
        rows,
        (row): EmbeddingLease => ({ ...toLease(row, workerId), segments: Number(row['segments']) }),
        (error, row) => {
          broken.push(row['position']);
          onUnreadable(error);
        },
      );
      if (broken.length > 0) {
        // As above: they must not be claimed again and again.
        await database.run(
          `UPDATE ${s}.vector_store_files SET embedding_model = NULL WHERE position = ANY ($1::bigint[])`,
          [broken],
        );
      }
      return leases;
    },

    async replaceIndex(lease, segment, index) {
      const rows = await database.run(
        `WITH leased AS (
           UPDATE ${s}.vector_store_files AS file SET embedding_model = ''
           FROM ${s}.vector_contents AS content WHERE ${leased} RETURNING content.id
         ), replaced AS (
           UPDATE ${s}.vector_segments AS segment SET bytes = $5 FROM leased
           WHERE segment.content_id = leased.id AND segment.number = $4
         )
         SELECT id FROM leased`,
        [...leaseValues(lease), segment, Buffer.from(index.buffer, index.byteOffset, index.byteLength)],
      );
      return rows.length > 0;
    },

    async heartbeatIngest(lease, leaseMs) {
      const rows = await database.run(
        `UPDATE ${s}.vector_store_files AS file SET lease_until = ${s}.clock_ms() + $4
         FROM ${s}.vector_contents AS content WHERE ${leased} RETURNING file.position`,
        [...leaseValues(lease), leaseMs],
      );
      return rows.length > 0;
    },

    async releaseIngest(lease) {
      await database.run(
        `WITH released AS (
           UPDATE ${s}.vector_store_files AS file SET worker_id = NULL, lease_until = 0
           FROM ${s}.vector_contents AS content WHERE ${leased} RETURNING content.id
         )
         UPDATE ${s}.vector_contents AS content SET file_position = NULL FROM released
         WHERE content.id = released.id AND NOT content.is_completed`,
        leaseValues(lease),
      );
    },

    async writeSegment(lease, { number, firstChunk, chunks, index }: ContentSegment) {
      const values = createValues();
      values.list.push(...leaseValues(lease));
      const given = unnest(
        values,
        { number: 'integer', start: 'bigint', body: 'text' },
        chunks.map(({ start, text }, at) => ({ number: firstChunk + at, start, body: JSON.stringify(text) })),
      );
      // Under the lock of the file, so that the content stays its content. Rows that are there already are those of this statement,
      // whose answer was lost.
      const rows = await database.run(
        `WITH leased AS MATERIALIZED (
           SELECT content.id FROM ${s}.vector_store_files AS file, ${s}.vector_contents AS content
           WHERE ${leased} FOR SHARE OF file
         ), segment AS (
           INSERT INTO ${s}.vector_segments (content_id, number, bytes)
           SELECT id, ${values.add(number)}, ${values.add(Buffer.from(index.buffer, index.byteOffset, index.byteLength))}
           FROM leased ON CONFLICT DO NOTHING
         ), chunk AS (
           INSERT INTO ${s}.vector_chunks (content_id, number, start, body)
           SELECT leased.id, given.number, given.start, given.body FROM leased, ${given} ON CONFLICT DO NOTHING
         )
         SELECT id FROM leased`,
        values.list,
      );
      return rows.length > 0;
    },

    async finishIngest(lease, outcome: IngestOutcome) {
      const isCompleted = outcome.status === 'completed';
      // Executed again after its answer was lost, it finds the lease ended: the worker goes on, and the file is as it should be.
      const rows = await database.run(
        `WITH finished AS (
           UPDATE ${s}.vector_store_files AS file SET status = $4, last_error = $5, usage_bytes = $6, embedding_model = $8,
             worker_id = NULL, lease_until = 0,
             segments = (SELECT count(*) FROM ${s}.vector_segments WHERE content_id = $1)
           FROM ${s}.vector_contents AS content WHERE ${leased} RETURNING file.position
         ), content AS (
           UPDATE ${s}.vector_contents SET is_completed = $7,
             file_position = CASE WHEN $7 THEN file_position END
           WHERE id = $1 AND EXISTS (SELECT 1 FROM finished)
         )
         SELECT position FROM finished`,
        [
          ...leaseValues(lease),
          outcome.status,
          isCompleted ? null : JSON.stringify(outcome.error),
          isCompleted ? outcome.usageBytes : 0,
          isCompleted,
          isCompleted ? (outcome.embeddingModel ?? '') : null,
        ],
      );
      return rows.length > 0;
    },

    async readIndex(contentId, segment) {
      const [row] = await database.run(
        `SELECT segment.bytes FROM ${s}.vector_segments AS segment
         JOIN ${s}.vector_contents AS content ON content.id = segment.content_id
         WHERE segment.content_id = $1 AND segment.number = $2
           AND content.is_completed AND content.file_position IS NOT NULL`,
        [contentId, segment],
      );
      return row && new Uint8Array(row['bytes'] as Buffer);
    },

    async readChunks(contentId, from, limit) {
      const rows = await database.run(
        `SELECT chunk.number, chunk.start, chunk.body FROM ${s}.vector_chunks AS chunk
         JOIN ${s}.vector_contents AS content ON content.id = chunk.content_id
         WHERE chunk.content_id = $1 AND chunk.number >= $2
           AND content.is_completed AND content.file_position IS NOT NULL
         ORDER BY chunk.number LIMIT $3`,
        [contentId, from, limit],
      );
      return readEach(
        rows,
        ({ number, start, body }): StoredChunk => ({
          start: Number(start),
          // Only written from texts.
          text: String(parseBody('vector_chunks', `${contentId} ${String(number)}`, body)),
        }),
        onUnreadable,
      );
    },

    dropContents: () =>
      database.transact(async (query) => {
        const picked = await query(
          `SELECT id FROM ${s}.vector_contents WHERE file_position IS NULL LIMIT $1 FOR UPDATE SKIP LOCKED`,
          [DROPPED_CONTENTS],
        );
        if (picked.length === 0) return false;
        const ids = picked.map(({ id }) => String(id));
        const chunks = await query(
          `DELETE FROM ${s}.vector_chunks WHERE (content_id, number) IN (
             SELECT content_id, number FROM ${s}.vector_chunks WHERE content_id = ANY ($1) LIMIT $2
           ) RETURNING number`,
          [ids, DROPPED_CHUNKS],
        );
        if (chunks.length === DROPPED_CHUNKS) return true;
        await query(`DELETE FROM ${s}.vector_contents WHERE id = ANY ($1)`, [ids]);
        return picked.length === DROPPED_CONTENTS;
      }),
  };
}

function toLease(row: Row, workerId: string): IngestLease {
  return {
    owner: String(row['owner']),
    vectorStoreId: String(row['store_id']),
    file: toNewFile(row),
    workerId,
    attempt: Number(row['attempt']),
    contentId: String(row['content_id']),
  };
}
