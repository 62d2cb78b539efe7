import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { assistantObject } from '../../routes/objects/assistant-object.ts';
import { runObject } from '../../routes/objects/run-object.ts';
import { describeStorage } from '../../testing/storage-contract.ts';
import { openWithClock } from '../../testing/storage-fixture.ts';
import { NEEDS_WORKER } from '../status-sql.ts';
import type { Storage } from '../storage.ts';
import { APPLICATION_ID } from './check-database.ts';
import { openDatabase } from './open-database.ts';
import { MIGRATIONS } from './schema.ts';
import { sqliteStorage } from './sqlite-storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'threadkit-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${(files += 1)}.sqlite`);

describeStorage('sqliteStorage, in a file', () => openWithClock((now) => sqliteStorage(newFile(), { now })));

describe('sqliteStorage', () => {
  const owner = 'alice';
  const thread = {
    id: 'thread_1',
    object: 'thread' as const,
    created_at: 1,
    metadata: {},
    tool_resources: {},
  };

  async function startedRun(storage: Storage): Promise<void> {
    await storage.createThread({ owner }, thread, []);
    const run = runObject(
      assistantObject({ model: 'm' }, 'asst_1', 1),
      {},
      { id: 'run_1', threadId: 'thread_1', at: 1 },
    );
    await storage.startRun(
      { owner },
      { run, messages: [], events: [{ event: 'thread.run.created', data: run }] },
    );
  }

  it('sqliteStorage has all its data after it was closed and opened again', async () => {
    const file = newFile();
    const first = sqliteStorage(file);
    await first.open();
    await startedRun(first);
    await first.close();
    const second = sqliteStorage(file);
    await second.open();
    expect(await second.threads.get({ owner }, 'thread_1')).toEqual(thread);
    expect(await second.listEvents({ owner }, 'run_1', 0, 10)).toHaveLength(1);
    await second.close();
  });

  it('the runs of the previous process are claimable immediately', async () => {
    const file = newFile();
    const first = sqliteStorage(file);
    await first.open();
    await startedRun(first);
    expect(await first.claim('w1', 1e12, 1)).toMatchObject([{ workerId: 'w1', run: { id: 'run_1' } }]);
    await first.close();
    const second = sqliteStorage(file);
    await second.open();
    expect(await second.claim('w2', 1000, 1)).toMatchObject([{ workerId: 'w2' }]);
    await second.close();
  });

  it('a file that another storage has open is refused, until it is closed', async () => {
    const file = newFile();
    const first = sqliteStorage(file);
    await first.open();
    const second = sqliteStorage(file);
    await expect(second.open()).rejects.toThrow(/in use by another process/);
    await first.close();
    await second.open();
    await second.close();
  });

  it('the error of an unusable file explains why', async () => {
    await expect(sqliteStorage(join(folder, 'no', 'such', 'folder.sqlite')).open()).rejects.toThrow(
      /cannot be opened. Check that its folder exists/,
    );
    const text = newFile();
    writeFileSync(text, 'this is not a database, but it is long enough to be taken for one '.repeat(20));
    await expect(sqliteStorage(text).open()).rejects.toThrow(/is not an SQLite database/);
  });

  it('a file of the previous schema version is migrated with its data', async () => {
    const file = newFile();
    const older = new DatabaseSync(file);
    for (const migration of MIGRATIONS.slice(0, 3)) older.exec(migration);
    older.exec('PRAGMA user_version = 3');
    const run = { id: 'run_1', object: 'thread.run', thread_id: 'thread_1', status: 'requires_action' };
    const step = { id: 'step_1', object: 'thread.run.step', created_at: 1, run_id: 'run_1' };
    const columns = 'id, owner, created_at, body';
    older
      .prepare(`INSERT INTO threads (${columns}) VALUES ('thread_1', ?, 1, ?)`)
      .run(owner, JSON.stringify(thread));
    older
      .prepare(`INSERT INTO runs (${columns}, thread_id, status) VALUES ('run_1', ?, 1, ?, 'thread_1', ?)`)
      .run(owner, JSON.stringify(run), run.status);
    older
      .prepare(
        `INSERT INTO steps (${columns}, thread_id, run_id) VALUES ('step_1', ?, 1, ?, 'thread_1', 'run_1')`,
      )
      .run(owner, JSON.stringify(step));
    older.close();
    const storage = sqliteStorage(file);
    await storage.open();
    const scope = { owner, threadId: 'thread_1' };
    expect(await storage.steps.get(scope, 'step_1')).toEqual(step);
    expect(await storage.listStepPrivates(scope, ['step_1'])).toEqual([]);
    const kept = { stepId: 'step_1', engine: 'e', model: 'm', turn: { reasoning: 'x' } };
    await storage.commitTransition(
      { owner },
      'run_1',
      { status: 'requires_action' },
      { at: 2, events: [], privates: [kept] },
    );
    await storage.close();
    const again = sqliteStorage(file);
    await again.open();
    expect(await again.listStepPrivates(scope, ['step_1'])).toEqual([kept]);
    await again.close();
  });

  it('the events of a file with a row per event are read and continued', async () => {
    const file = newFile();
    const older = new DatabaseSync(file);
    for (const migration of MIGRATIONS.slice(0, 6)) older.exec(migration);
    older.exec(`PRAGMA user_version = 6; PRAGMA application_id = ${APPLICATION_ID}`);
    older.exec(`
      INSERT INTO threads (id, owner, created_at, body) VALUES ('thread_1', '${owner}', 1, '{}');
      INSERT INTO runs (id, owner, created_at, body, thread_id, status)
        VALUES ('run_1', '${owner}', 1, '{"id":"run_1","status":"in_progress"}', 'thread_1', 'in_progress');
      INSERT INTO messages (id, owner, created_at, body, thread_id, run_id, seq)
        VALUES ('msg_1', '${owner}', 1, '{"id":"msg_1","object":"thread.message","run_id":"run_1","status":"in_progress","content":[]}', 'thread_1', 'run_1', 1);
    `);
    const delta = (text: string) => ({
      id: 'msg_1',
      object: 'thread.message.delta' as const,
      delta: { content: [{ index: 0, type: 'text' as const, text: { value: text } }] },
    });
    const insert = older.prepare('INSERT INTO events (run_id, seq, event, data) VALUES (?, ?, ?, ?)');
    insert.run('run_1', 1, 'thread.run.created', '{}');
    insert.run('run_1', 2, 'thread.message.delta', JSON.stringify(delta('a\tb')));
    insert.run('run_1', 3, 'thread.message.delta', JSON.stringify(delta('\nc')));
    older.close();

    const storage = sqliteStorage(file);
    await storage.open();
    const expected = { status: 'in_progress', seq: 3 } as const;
    await storage.commitTransition({ owner }, 'run_1', expected, {
      at: 2,
      events: [{ event: 'thread.message.delta', data: delta('d') }],
    });
    const events = await storage.listEvents({ owner }, 'run_1', 0, 10);
    expect(events.map(({ seq, event }) => [seq, event])).toEqual([
      [1, 'thread.run.created'],
      [2, 'thread.message.delta'],
      [3, 'thread.message.delta'],
      [4, 'thread.message.delta'],
    ]);
    expect(await storage.messages.get({ owner, threadId: 'thread_1' }, 'msg_1')).toMatchObject({
      content: [{ text: { value: 'a\tb\ncd' } }],
    });
    await storage.close();
  });

  it('a file of a newer schema version is refused', async () => {
    const file = newFile();
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA user_version = 99; PRAGMA application_id = ${APPLICATION_ID}`);
    newer.close();
    await expect(sqliteStorage(file).open()).rejects.toThrow(/newer version of @threadkit\/server/);
  });

  it.each([
    ['with tables', 'CREATE TABLE notes (text TEXT); PRAGMA user_version = 4'],
    ['with an application id', 'PRAGMA application_id = 7'],
    ['with a table of the same name', 'CREATE TABLE runs (kilometers REAL); PRAGMA user_version = 1'],
  ])('the file of another application %s is refused, and stays as it is', async (_what, sql) => {
    const file = newFile();
    const other = new DatabaseSync(file);
    other.exec(sql);
    other.close();
    const before = readFileSync(file);
    await expect(sqliteStorage(file).open()).rejects.toThrow(/belongs to another application/);
    expect(readFileSync(file)).toEqual(before);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('a file is marked with the application id, also one of an earlier format', async () => {
    const [file, old] = [newFile(), newFile()];
    const older = new DatabaseSync(old);
    for (const migration of MIGRATIONS.slice(0, 1)) older.exec(migration);
    older.exec('PRAGMA user_version = 1');
    older.close();
    for (const each of [file, old]) {
      const storage = sqliteStorage(each);
      await storage.open();
      await storage.close();
      const raw = new DatabaseSync(each);
      expect(raw.prepare('PRAGMA application_id').get()).toEqual({ application_id: APPLICATION_ID });
      raw.close();
    }
  });

  it('the chunks of an upload that a crash interrupted are dropped when the file is opened', async () => {
    const file = newFile();
    openDatabase(file).close();
    const raw = new DatabaseSync(file);
    raw.exec("INSERT INTO file_chunks VALUES ('file_1', 0, x'00')");
    raw.close();
    const database = openDatabase(file);
    expect(database.prepare('SELECT file_id FROM file_chunks').all()).toEqual([]);
    database.close();
  });

  it('reading a file lets other work of the event loop run between its chunks', async () => {
    const storage = sqliteStorage(newFile());
    await storage.open();
    await storage.createFile(
      { owner },
      {
        id: 'file_1',
        content: new Blob([new Uint8Array(1_000_000)]).stream(),
        toFile: (bytes) => ({
          id: 'file_1',
          object: 'file',
          bytes,
          created_at: 1,
          filename: 'a',
          purpose: 'assistants',
          status: 'processed',
        }),
      },
    );
    const reader = (await storage.getFileContent({ owner }, 'file_1'))?.getReader();
    for (let at = 0; at < 4; at += 1) {
      let hasRun = false;
      setImmediate(() => {
        hasRun = true;
      });
      await reader?.read();
      expect(hasRun).toBe(true);
    }
    await storage.close();
  });

  it('the database itself enforces one active run per thread', async () => {
    const file = newFile();
    const storage = sqliteStorage(file);
    await storage.open();
    await startedRun(storage);
    await storage.close();
    const raw = new DatabaseSync(file);
    const copy = raw.prepare(
      "INSERT INTO runs (id, owner, thread_id, created_at, body, status) SELECT 'run_2', owner, thread_id, created_at, body, 'queued' FROM runs",
    );
    expect(() => copy.run()).toThrow(/UNIQUE constraint failed: runs.thread_id/);
    raw.close();
  });

  it('sqliteStorage rejects before it is opened and after it is closed', async () => {
    const storage = sqliteStorage(':memory:');
    await expect(storage.threads.get({ owner }, 'thread_1')).rejects.toThrow(/not open yet/);
    await storage.close();
    await expect(storage.threads.get({ owner }, 'thread_1')).rejects.toThrow(/is closed/);
  });

  it('a claim uses the index of active runs', () => {
    const database = openDatabase(newFile());
    const plan = database
      .prepare(`EXPLAIN QUERY PLAN SELECT position FROM runs WHERE ${NEEDS_WORKER} ORDER BY position LIMIT 1`)
      .all();
    database.close();
    expect(plan.map(({ detail }) => detail)).toEqual(['SCAN runs USING INDEX active_runs']);
  });
});
