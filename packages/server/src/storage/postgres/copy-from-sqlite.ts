import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { toEventLines } from '../event-lines.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { SqliteRuns } from '../sqlite/sqlite-runs.ts';
import type { StepPrivate } from '../storage.ts';
import { toPrivateRow } from './commit-statement.ts';
import { connect } from './connect.ts';
import type { PostgresStorageOptions } from './connection-options.ts';
import type { Copy } from './copied-table.ts';
import { vectorStoreCopies } from './copy-vector-stores.ts';
import type { Database, Row } from './database.ts';
import { migrate, quoteSchema } from './migrate.ts';
import { createValues, unnest } from './values.ts';

const BATCH = 500;
/** Chunks have up to 256 KiB. */
const CHUNK_BATCH = 16;
const EVENTS_PER_ROW = 100;

/** How many rows of a table were copied, or were there already. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies everything from a SQLite file with its ids. The file is opened exclusively, and brought to the format of this version. Rows
 * that the database has already are left as they are, so that a copy that broke off can be started again.
 *
 * Rejects when a row is missing in the end, or the file does not exist.
 */
export async function copyFromSqlite(
  file: string,
  options: PostgresStorageOptions,
  onTable: (copied: CopiedTable) => void = () => {},
): Promise<void> {
  // SQLite would create it.
  if (!existsSync(file)) throw new Error(`The file ${file} does not exist.`);
  const { schema = 'threadkit' } = options;
  const source = openDatabase(file);
  const { database, close } = connect(options);
  try {
    await migrate(database, schema);
    for (const copy of copiesOf(source)) {
      onTable({ table: copy.table, rows: await copyTable(database, quoteSchema(schema), copy) });
    }
  } finally {
    source.close();
    await close();
  }
}

/** In an order in which each row comes after those that it refers to. */
function* copiesOf(source: DatabaseSync): Generator<Copy> {
  const select = (sql: string) => source.prepare(sql).iterate() as Iterable<Row>;
  const object = { id: 'text', owner: 'text', created_at: 'bigint', body: 'text' } as const;
  const names = Object.keys(object).join(', ');
  const inRun = { ...object, thread_id: 'text', run_id: 'text', position: 'bigint', seq: 'integer' } as const;
  const ofRun = (table: string) => `SELECT ${Object.keys(inRun).join(', ')} FROM ${table} ORDER BY position`;

  yield {
    table: 'assistants',
    columns: object,
    rows: select(`SELECT ${names} FROM assistants ORDER BY position`),
  };
  yield {
    table: 'threads',
    columns: { ...object, last_position: 'bigint' },
    rows: select(`SELECT ${names}, ${endOf('threads.id')} AS last_position FROM threads ORDER BY position`),
  };
  yield {
    table: 'runs',
    columns: {
      ...object,
      thread_id: 'text',
      position: 'bigint',
      status: 'text',
      expires_at: 'bigint',
      ended_at: 'bigint',
      last_seq: 'integer',
      dropped_seq: 'integer',
      pending_usage: 'text',
      // The lease has expired, and the next claim counts as a recovery.
      worker_id: 'text',
      attempt: 'integer',
      recoveries: 'integer',
      principal: 'text',
    },
    rows: runRows(source),
  };
  yield { table: 'messages', columns: inRun, rows: select(ofRun('messages')) };
  yield { table: 'steps', columns: inRun, rows: select(ofRun('steps')) };
  yield {
    table: 'step_privates',
    columns: {
      step_id: 'text',
      run_id: 'text',
      engine: 'text',
      model: 'text',
      model_call: 'text',
      calls: 'text',
      executions: 'text',
    },
    rows: privateRows(source),
  };
  yield {
    table: 'events',
    columns: { run_id: 'text', seq: 'integer', last_seq: 'integer', lines: 'text' },
    key: ['run_id', 'seq'],
    rows: eventRows(source),
  };
  yield {
    table: 'idempotency_records',
    columns: { owner: 'text', key: 'text', thread_id: 'text', created_at: 'bigint', body: 'text' },
    key: ['owner', 'key'],
    rows: select('SELECT owner, key, thread_id, created_at, body FROM answers'),
  };
  yield {
    table: 'file_contents',
    columns: { id: 'text', upload: 'text' },
    rows: select("SELECT id, 'copied' AS upload FROM files"),
  };
  yield {
    table: 'file_chunks',
    columns: { file_id: 'text', position: 'integer', bytes: 'bytea' },
    key: ['file_id', 'position'],
    rows: chunkRows(source),
    batch: CHUNK_BATCH,
  };
  yield {
    table: 'files',
    columns: { ...object, bytes: 'bigint', purpose: 'text', expires_at: 'bigint' },
    rows: select(`SELECT ${names}, bytes, purpose, expires_at FROM files ORDER BY position`),
  };
  yield* vectorStoreCopies(source);
}

/** A position after everything in a thread. In a SQLite file, positions are counted per table. */
function endOf(threadId: string): string {
  const last = (table: string) =>
    `coalesce((SELECT max(position) FROM ${table} WHERE thread_id = ${threadId}), 0)`;
  return `1 + max(${last('messages')}, ${last('steps')}, ${last('runs')})`;
}

function* runRows(source: DatabaseSync): Generator<Row> {
  const runs = new SqliteRuns(source, () => {});
  // What a run that goes on writes comes after everything in its thread.
  const rows = source
    .prepare(
      `SELECT *, CASE WHEN ended_at IS NULL THEN ${endOf('runs.thread_id')} ELSE position END AS place
       FROM runs ORDER BY runs.position`,
    )
    .iterate();
  for (const row of rows) {
    yield { ...row, position: row['place'], last_seq: runs.lastSeq(String(row['id'])) };
  }
}

function* privateRows(source: DatabaseSync): Generator<Row> {
  const rows = source
    .prepare('SELECT run_id, private FROM steps WHERE private IS NOT NULL ORDER BY position')
    .iterate();
  for (const row of rows) {
    // Only written from private data of steps.
    yield toPrivateRow(String(row['run_id']), JSON.parse(String(row['private'])) as StepPrivate);
  }
}

function* eventRows(source: DatabaseSync): Generator<Row> {
  const runs = new SqliteRuns(source, () => {});
  for (const { id, owner } of source.prepare('SELECT id, owner FROM runs').iterate()) {
    const runId = String(id);
    for (let after = 0; ; ) {
      const events = runs.listEvents({ owner: String(owner) }, runId, after, EVENTS_PER_ROW);
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) break;
      yield { run_id: runId, seq: first.seq, last_seq: last.seq, lines: toEventLines(events) };
      after = last.seq;
    }
  }
}

function* chunkRows(source: DatabaseSync): Generator<Row> {
  const rows = source
    .prepare(
      `SELECT file_id, position, bytes FROM file_chunks WHERE file_id IN (SELECT id FROM files)
       ORDER BY file_id, position`,
    )
    .iterate();
  for (const row of rows) yield { ...row, bytes: Buffer.from(row['bytes'] as Uint8Array) };
}

/** Inserts the rows that are missing, and checks that all are there. Returns how many there are. */
async function copyTable(database: Database, s: string, copy: Copy): Promise<number> {
  let count = 0;
  let batch: Row[] = [];
  for (const row of copy.rows) {
    batch.push(row);
    if (batch.length < (copy.batch ?? BATCH)) continue;
    await copyBatch(database, s, copy, batch);
    count += batch.length;
    batch = [];
  }
  if (batch.length > 0) await copyBatch(database, s, copy, batch);
  return count + batch.length;
}

async function copyBatch(
  database: Database,
  s: string,
  { table, columns, key, lookups }: Copy,
  rows: readonly Row[],
) {
  const names = Object.keys(columns);
  const looked = lookups?.columns(s) ?? {};
  const values = createValues();
  await database.run(
    `INSERT INTO ${s}.${table} (${[...names, ...Object.keys(looked)].join(', ')})
     SELECT ${[...names, ...Object.values(looked)].join(', ')} FROM ${unnest(values, { ...columns, ...lookups?.given }, rows)} ON CONFLICT DO NOTHING`,
    values.list,
  );
  const keyNames = key ?? names.slice(0, 1);
  const keys = Object.fromEntries(keyNames.map((name) => [name, columns[name] ?? 'text']));
  const keyValues = createValues();
  const [found] = await database.run(
    `SELECT count(*) AS count FROM ${unnest(keyValues, keys, rows)} JOIN ${s}.${table} AS stored
     ON ${keyNames.map((name) => `stored.${name} = given.${name}`).join(' AND ')}`,
    keyValues.list,
  );
  const count = Number(found?.['count']);
  if (count === rows.length) return;
  throw new Error(
    `The table ${table} of the database ${database.name} has ${count} of ${rows.length} copied rows. Start the copy again, while no server uses the database.`,
  );
}
